"""A model whose configuration does not tell its version."""


class TritonPythonModel:
    def execute(self, requests):
        raise NotImplementedError
