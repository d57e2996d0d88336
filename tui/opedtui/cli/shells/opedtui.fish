# Completion of opedtui for fish.
function __opedtui_complete
    set -l before (commandline -opc)
    set -l found ($before[1] __complete plain $before[2..] (commandline -ct | string unescape) 2>/dev/null)
    if set -q found[1]
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c opedtui -f -a '(__opedtui_complete)'
