// The job API with the package "strong-soap", the header by qualified name in the namespace that the API's text names.
// Arguments: WSDL-URL USER PASSWORD COMPANY-NAME PICTURE-URL [1.1|1.2]
'use strict';

const { soap, QName } = require('strong-soap');
const { base, main, typesOf } = require('./walk.js');

const connect = (settings, is12) => new Promise((resolve, reject) => {
  soap.createClient(settings.wsdl, { forceSoapVersion: is12 ? '1.2' : '1.1' }, (error, client) => (error ? reject(error) : resolve(client)));
});

main('strong-soap', async (settings) => {
  const is12 = settings.soap === '1.2';
  const client = await connect(settings, is12);
  const port = client.IpsApiService[is12 ? 'IpsApiSoap12Port' : 'IpsApiSoapPort'];
  return {
    types: typesOf(client),
    ask: (operation, param, password = settings.password) => new Promise((resolve, reject) => {
      client.clearSoapHeaders();
      client.addSoapHeader({ user: settings.user, password }, new QName(base, 'authHeader'));
      port[operation]({ [`${operation}Param`]: param }, (error, answer) => (error ? reject(error) : resolve(answer ?? {})));
    }),
    fault: (error) => {
      const detail = error.Fault?.[is12 ? 'Detail' : 'detail'] ?? error.root?.Envelope.Body.Fault[is12 ? 'Detail' : 'detail'];
      if (!detail) throw error;
      const [element, { code, reason }] = Object.entries(detail).find(([name]) => name.endsWith('Fault'));
      return { element, code, reason };
    },
  };
});
