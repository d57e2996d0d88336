#compdef opedtui
# Completion of opedtui for zsh.
_opedtui() {
    local -a values shown
    local answer
    while IFS= read -r answer; do
        values+=("${answer%%$'\t'*}")
        shown+=("${answer/$'\t'/  }")
    done < <("${(Q)words[1]}" __complete plain "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    if (( $#values )); then
        compadd -l -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -d shown -a values
    else
        _files
    fi
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _opedtui "$@"
else
    compdef _opedtui opedtui
fi
