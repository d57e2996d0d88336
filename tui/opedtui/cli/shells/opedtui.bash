# Completion of opedtui for bash. Nothing that a store holds is ever evaluated: no compgen -W.
_opedtui() {
    local program=${1/#\~/$HOME} answer
    COMPREPLY=()
    while IFS= read -r answer; do
        COMPREPLY+=("$answer")
    done < <("$program" __complete bash "$COMP_TYPE" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _opedtui opedtui
