"""A second SFTP server, by asyncssh, that lets in by password: PORT FOLDER HOST_KEY USER PASSWORD. Prints `ready`."""

import asyncio
import sys

import asyncssh

port, folder, host_key, user, password = sys.argv[1:]


class Server(asyncssh.SSHServer):
    def password_auth_supported(self):
        return True

    def validate_password(self, name, given):
        return name == user and given == password


class Files(asyncssh.SFTPServer):
    def __init__(self, channel):
        super().__init__(channel, chroot=folder)


async def main():
    await asyncssh.listen(
        "127.0.0.1", int(port), server_host_keys=[host_key], server_factory=Server, sftp_factory=Files
    )
    print("ready", flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
