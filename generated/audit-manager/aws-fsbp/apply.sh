#!/bin/sh
# Creates or updates the Audit Manager controls of this folder, then their framework.
#
# Usage: ./apply.sh [--dry-run] [--affect-active] [--prune] [--region REGION]
#
#   --dry-run        say what would be done, and write nothing
#   --affect-active  also change controls that running assessments use
#   --prune          list the controls of this framework that have no file any more
#   --region REGION  the region; without it, that of the source, or the one the AWS CLI is set to
#
# Needs the AWS CLI (AWS names another program) and jq 1.6. What was applied before is known by its tags
# ordain:project, ordain:framework and ordain:control; an untagged control or framework of the same name is adopted.
# A second run writes nothing. Nothing is ever deleted. Where the source names an account, no other is touched.
#
# Exit: 0 done; 1 refused, or a call failed; 2 wrong usage.
set -eu

usage() {
    sed -n 's/^# \{0,1\}//; 3,8p' "$name"
}

fail() {
    printf '%s\n' "apply.sh: $1" >&2
    exit "${2:-1}"
}

CDPATH='' cd -- "$(dirname -- "$0")"
name=$(basename -- "$0")
account=
region=
dry_run=
affect_active=
prune=
while [ $# -gt 0 ]; do
    case $1 in
    --dry-run) dry_run=1 ;;
    --affect-active) affect_active=1 ;;
    --prune) prune=1 ;;
    --region)
        [ $# -ge 2 ] || fail '--region needs a value' 2
        region=$2
        shift
        ;;
    --help | -h)
        usage
        exit 0
        ;;
    *)
        usage >&2
        exit 2
        ;;
    esac
    shift
done

aws=${AWS:-aws}
for tool in "$aws" jq; do
    command -v "$tool" >/dev/null || fail "$tool is not installed"
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
AWS_PAGER=
export AWS_PAGER

am() {
    "$aws" auditmanager "$@" ${region:+--region "$region"} --output json </dev/null
}

if [ -n "$account" ]; then
    caller=$("$aws" sts get-caller-identity ${region:+--region "$region"} --query Account --output text)
    [ "$caller" = "$account" ] ||
        fail "the credentials are those of account $caller; the source names $account"
fi

# Every item of a paged list, one a line: pages KEY COMMAND...
pages() {
    key=$1
    shift
    token=
    while :; do
        am "$@" --no-paginate --max-results 100 ${token:+--next-token "$token"} >"$work/page"
        jq -a -c --arg key "$key" '.[$key][]?' "$work/page"
        token=$(jq -r '.nextToken // ""' "$work/page")
        [ -n "$token" ] || break
    done
}

# Reads the controls whose ids come on standard input.
read_controls() {
    while IFS= read -r id; do
        am get-control --control-id "$id" >"$work/one"
        jq -a -c .control "$work/one" >>"$work/remote"
    done
}

cat >"$work/lib.jq" <<'JQ'
def filled: with_entries(select(.value | . != null and . != "" and . != {} and . != []));
def identity: (.tags // {}) | [.["ordain:project"], .["ordain:framework"], .["ordain:control"]] | tojson;
def tagged: (.tags // {}) | has("ordain:project");
def carries($tags): (.tags // {}) as $has | all($tags | to_entries[]; $has[.key] == .value);
def place: [.sourceType, (.sourceKeyword.keywordValue // .sourceName)] | tojson;
def mapping:
  { sourceName, sourceDescription, sourceSetUpOption, sourceType, troubleshootingText,
    sourceKeyword: ((.sourceKeyword // {}) | {keywordInputType, keywordValue} | filled),
    sourceFrequency: (if .sourceType == "AWS_API_Call" then .sourceFrequency else null end) } | filled;
def control:
  { name, description, testingInformation, actionPlanTitle, actionPlanInstructions,
    controlMappingSources: ([.controlMappingSources[]? | mapping] | sort_by(place)) } | filled;
def framework:
  { name, description, complianceType,
    controlSets: ([.controlSets[]? | {name, controls: ([.controls[]?.id] | sort)}] | sort_by(.name)) } | filled;
def by(f): reduce .[] as $one ({}; .[$one | f] += [$one]);
# What is known by its tags, else what has the name and no tags; several are more than can be told apart.
def found($tags; $names; $body):
  ($tags[$body | identity] // $names[$body.name] // []) as $all
  | if ($all | length) > 1
    then error("more than one in this account is \($body.name | tojson): \([$all[].id] | join(", "))")
    else $all[0] end;
JQ

# jq with the definitions above.
query() {
    program=$1
    shift
    jq -a "$(cat "$work/lib.jq") $program" "$@"
}

# The files that the framework names, as one list.
files=$(jq -r '.controlSets[].controls[].id' framework.json)
# shellcheck disable=SC2086 # file names hold neither spaces nor wildcards
jq -a -c '{file: input_filename, body: .}' $files >"$work/local"

pages controlMetadataList list-controls --control-type Custom >"$work/listed"
: >"$work/remote"
jq -r --slurpfile local "$work/local" \
    '(reduce $local[] as $one ({}; .[$one.body.name] = true)) as $ours | select($ours[.name]) | .id' \
    "$work/listed" >"$work/named"
read_controls <"$work/named"
# Those of another name matter where a control was renamed, is new, or has lost its file.
missing=$(query '(by(identity)) as $known | [$local[] | select($known[.body | identity] | not)] | length' \
    -s --slurpfile local "$work/local" "$work/remote")
if [ "$missing" -gt 0 ] || [ -n "$prune" ]; then
    jq -r --rawfile named "$work/named" \
        '(reduce ($named | split("\n")[]) as $id ({}; .[$id] = true)) as $read | select($read[.id] | not) | .id' \
        "$work/listed" >"$work/others"
    read_controls <"$work/others"
fi

pages assessmentMetadata list-assessments --status ACTIVE >"$work/assessments"
: >"$work/active"
jq -r .id "$work/assessments" >"$work/assessment-ids"
while IFS= read -r id; do
    am get-assessment --assessment-id "$id" >"$work/one"
    jq -a -c '.assessment.framework.controlSets[]?.controls[]? | .id, .name | select(. != null)' \
        "$work/one" >>"$work/active"
done <"$work/assessment-ids"

query '
  (map(select(tagged)) | by(identity)) as $tags
  | (map(select(tagged | not)) | by(.name)) as $names
  | (reduce $active[] as $one ({}; .[$one] = true)) as $running
  | $local[]
  | .body as $body
  | found($tags; $names; $body) as $old
  | (($old.controlMappingSources // []) | reduce .[] as $one ({}; .[$one | place] = $one.sourceId)) as $ids
  | { file, name: $body.name, id: $old.id, arn: $old.arn, tags: $body.tags,
      active: ($old != null and ($running[$old.id] or $running[$old.name] or false)),
      action: (if $old == null then "create"
               elif ($old | control) != ($body | control) then "update"
               elif ($old | carries($body.tags) | not) then "adopt"
               else "keep" end),
      tag: ($old != null and ($old | carries($body.tags) | not)),
      body: (if $old == null then $body
             else ($body | del(.tags)) + {controlId: $old.id, controlMappingSources:
               [$body.controlMappingSources[] | . + ({sourceId: $ids[place]} | filled)]} end) }
' -c -s --slurpfile local "$work/local" --slurpfile active "$work/active" "$work/remote" >"$work/plan"

jq -r 'select(.active and .action == "update") | "active \(.id) \(.name | tojson)"' "$work/plan" >"$work/touched"
if [ -s "$work/touched" ]; then
    cat "$work/touched"
    [ -n "$affect_active" ] ||
        fail 'running assessments use these controls, and a change reaches their evidence: nothing was written; --affect-active allows it'
fi

: >"$work/ids"
while IFS= read -r step <&3; do
    printf '%s\n' "$step" >"$work/step"
    action=$(jq -r .action "$work/step")
    id=$(jq -r '.id // ""' "$work/step")
    [ "$action" = keep ] || jq -r '"\(.action) \(.file) \(.name | tojson)"' "$work/step"
    if [ -z "$dry_run" ]; then
        jq -a .body "$work/step" >"$work/body"
        case $action in
        create)
            am create-control --cli-input-json "file://$work/body" >"$work/one"
            id=$(jq -r .control.id "$work/one")
            ;;
        update) am update-control --cli-input-json "file://$work/body" >/dev/null ;;
        esac
        if [ "$(jq -r .tag "$work/step")" = true ]; then
            jq -a '{resourceArn: .arn, tags}' "$work/step" >"$work/body"
            am tag-resource --cli-input-json "file://$work/body" >/dev/null
        fi
    fi
    jq -a -c --arg id "$id" '{key: .file, value: (if $id == "" then .file else $id end)}' \
        "$work/step" >>"$work/ids"
done 3<"$work/plan"

pages frameworkMetadataList list-assessment-frameworks --framework-type Custom >"$work/listed"
jq -r .id "$work/listed" >"$work/framework-ids"
: >"$work/frameworks"
while IFS= read -r id; do
    am get-assessment-framework --framework-id "$id" >"$work/one"
    jq -a -c .framework "$work/one" >>"$work/frameworks"
done <"$work/framework-ids"

query '
  ($ids | from_entries) as $id_of
  | (map(select(tagged)) | by(identity)) as $tags
  | (map(select(tagged | not)) | by(.name)) as $names
  | ($local[0] | .controlSets[].controls[].id |= $id_of[.]) as $body
  | found($tags; $names; $body) as $old
  | (($old.controlSets // []) | reduce .[] as $one ({}; .[$one.name] = $one.id)) as $sets
  | { name: $body.name, arn: $old.arn, tags: $body.tags,
      action: (if $old == null then "create"
               elif ($old | framework) != ($body | framework) then "update"
               elif ($old | carries($body.tags) | not) then "adopt"
               else "keep" end),
      tag: ($old != null and ($old | carries($body.tags) | not)),
      body: (if $old == null then $body
             else ($body | del(.tags)) + {frameworkId: $old.id, controlSets:
               [$body.controlSets[] | . + ({id: $sets[.name]} | filled)]} end) }
' -c -s --slurpfile local framework.json --slurpfile ids "$work/ids" "$work/frameworks" >"$work/step"
action=$(jq -r .action "$work/step")
[ "$action" = keep ] || jq -r '"\(.action) framework.json \(.name | tojson)"' "$work/step"
if [ -z "$dry_run" ]; then
    jq -a .body "$work/step" >"$work/body"
    case $action in
    create) am create-assessment-framework --cli-input-json "file://$work/body" >/dev/null ;;
    update) am update-assessment-framework --cli-input-json "file://$work/body" >/dev/null ;;
    esac
    if [ "$(jq -r .tag "$work/step")" = true ]; then
        jq -a '{resourceArn: .arn, tags}' "$work/step" >"$work/body"
        am tag-resource --cli-input-json "file://$work/body" >/dev/null
    fi
fi

if [ -n "$prune" ]; then
    query '
      (reduce $local[] as $one ({}; .[$one.body | identity] = true)) as $ours
      | .[] | select(carries($framework[0].tags) and ($ours[identity] | not))
      | "orphan \(.id) \(.name | tojson)"
    ' -s --slurpfile local "$work/local" --slurpfile framework framework.json "$work/remote" >"$work/orphans"
    jq -r . "$work/orphans"
fi
