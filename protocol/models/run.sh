#!/bin/sh
# Runs every model and compares each verdict with expected.txt. Needs ProVerif 2.05; says so plainly without it.
set -eu
cd "$(dirname "$0")"

if ! command -v proverif >/dev/null 2>&1; then
    echo "ProVerif is not installed: no model was run. (proverif.inria.fr, builds from source with ocaml-nox.)"
    exit 0
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
ran=0

# The verdict of each query, one word per line, from ProVerif's closing summary.
verdicts() {
    sed -n '/^Verification summary:/,$p' "$1" | sed -n \
        -e 's/^\(Query\|Observational\).* is \(true\|false\)\.$/\2/p' \
        -e 's/^\(Query\|Observational\).* cannot be proved\.$/unproved/p'
}

matches() {
    case "$1" in
        '?') return 0 ;;
        not-true) [ "$2" = false ] || [ "$2" = unproved ] ;;
        *) [ "$1" = "$2" ] ;;
    esac
}

while IFS='|' read -r model instead expected; do
    case "$model" in '#'* | '') continue ;; esac
    model=$(echo "$model" | tr -d ' ')
    instead=$(echo "$instead" | sed 's/^ *//; s/ *$//')
    sed "s/LEAK/$instead/; s/CHECK/$instead/" "$model" >"$scratch/model.pv"
    library='-lib lib.pvl'
    # This one brings its own, smaller world.
    [ "$model" = sal.pv ] && library=''
    # shellcheck disable=SC2086
    proverif $library "$scratch/model.pv" >"$scratch/output" 2>&1 || true
    # shellcheck disable=SC2046
    set -- $(verdicts "$scratch/output")
    ran=$((ran + 1))
    place=0
    wrong=''
    set -f
    for word in $expected; do
        place=$((place + 1))
        matches "$word" "${1:-none}" || wrong="$wrong query $place: expected $word, got ${1:-none};"
        [ "$#" -eq 0 ] || shift
    done
    set +f
    [ "$#" -eq 0 ] || wrong="$wrong $# more verdicts than expected;"
    if [ -n "$wrong" ]; then
        echo "FAIL $model${instead:+ with $instead}:$wrong"
        failed=$((failed + 1))
    else
        echo "ok   $model${instead:+ with $instead}"
    fi
done <expected.txt

echo "$ran runs, $failed not as expected"
[ "$failed" -eq 0 ]
