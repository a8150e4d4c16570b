# Triton's own versions are numbers, the names of folders. Ours is told in the model's configuration, made when its version is known.
set -e
models=$(mktemp -d -p "$HOME")
mkdir "$models/churn"
ln -s "$PWD/models/churn/1" "$models/churn/1"
{
	cat models/churn/config.pbtxt
	echo "parameters {key: 'MAINLINE_VERSION', value: {string_value: '$MAINLINE_VERSION'}}"
} >"$models/churn/config.pbtxt"
exec python-servers tritonserver.py --model-repository="$models" --model-repository=plain \
	--http-address="$HOST" --http-port="$PORT"
