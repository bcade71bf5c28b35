"""A mail server on a free port of the loopback address, whose behaviour is chosen by the recipient:
refused@ (550), greylisted@ (451 the first time), cut@ (the line breaks in the middle of the mail, the first time).
It prints "PORT n" when it listens and "MAIL recipient file" for every mail it has taken."""
import argparse
import asyncio
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

parser = argparse.ArgumentParser()
parser.add_argument("--folder", help="where mails are kept; none are without it")
parser.add_argument("--tls", choices=["none", "starttls", "implicit"], default="none")
parser.add_argument("--certificate")
parser.add_argument("--key")
parser.add_argument("--login", help="user:password that every sender must give")
options = parser.parse_args()
seen = set()


def first_time(recipient):
    new = recipient not in seen
    seen.add(recipient)
    return new


class Handler:
    taken = 0

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("refused"):
            return "550 5.1.1 No such user"
        if address.startswith("greylisted") and first_time(address):
            return "451 4.7.1 Greylisted, try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        Handler.taken += 1
        name = "-"
        if options.folder:
            name = os.path.join(options.folder, f"{Handler.taken}.eml")
            with open(name, "wb") as file:
                file.write(envelope.original_content)
        for recipient in envelope.rcpt_tos:
            print("MAIL", recipient, name, flush=True)
        return "250 Taken"


class Server(SMTP):
    async def smtp_DATA(self, arg):
        recipients = self.envelope.rcpt_tos if self.envelope else []
        if any(r.startswith("cut") and first_time(r) for r in recipients):
            await self.push("354 Go on")
            await self._reader.readuntil(b"\r\n")
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


def authenticate(server, session, envelope, mechanism, data):
    ok = isinstance(data, LoginPassword) and f"{data.login.decode()}:{data.password.decode()}" == options.login
    return AuthResult(success=ok, handled=False)


def make():
    context = None
    if options.tls == "starttls":
        context = certificate()
    return Server(
        Handler(), enable_SMTPUTF8=True, tls_context=context, require_starttls=context is not None, auth_required=bool(options.login),
        auth_require_tls=options.tls == "starttls", authenticator=authenticate if options.login else None)


def certificate():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.certificate, options.key)
    return context


async def main():
    context = certificate() if options.tls == "implicit" else None
    server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0, ssl=context)
    print("PORT", server.sockets[0].getsockname()[1], flush=True)
    # The test that started this ends it by closing its input, also when it is killed.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main())
os._exit(0)
