// The job API with the package "soap".
// Arguments: WSDL-URL USER PASSWORD COMPANY-NAME PICTURE-URL [1.1|1.2]
'use strict';

const soap = require('soap');
const { main, typesOf } = require('./walk.js');

main('node-soap', async (settings) => {
  const is12 = settings.soap === '1.2';
  const client = await soap.createClientAsync(settings.wsdl, { forceSoap12Headers: is12 });
  const port = client.IpsApiService[is12 ? 'IpsApiSoap12Port' : 'IpsApiSoapPort'];
  const types = typesOf(client);
  return {
    types,
    ask: (operation, param, password = settings.password) => new Promise((resolve, reject) => {
      client.clearSoapHeaders();
      client.addSoapHeader({ authHeader: { user: settings.user, password, appName: 'interop', appVersion: '1.0' } }, '', 'ips', types);
      // An empty answer has no content.
      port[operation](param, (error, answer) => (error ? reject(error) : resolve(answer ?? {})));
    }),
    fault: (error) => {
      const detail = error.root?.Envelope.Body.Fault[is12 ? 'Detail' : 'detail'];
      if (!detail) throw error;
      const [element, { code, reason }] = Object.entries(detail)[0];
      return { element, code, reason };
    },
  };
});
