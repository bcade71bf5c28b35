#!/usr/bin/perl
# The job API with SOAP::Lite, which knows the WSDL's address and guesses the type of every value it sends.
# Arguments: WSDL-URL USER PASSWORD COMPANY-NAME PICTURE-URL [1.1|1.2]
use strict;
use warnings;
use utf8;

use POSIX qw(strftime);
use SOAP::Lite;
use Time::HiRes qw(sleep);

my ($wsdl, $user, $password, $company_name, $picture, $soap) = @ARGV;
$soap //= '1.1';
my $base = 'http://www.scene7.com/IpsApi/xsd';
my $name = "perl $soap " . time . " $$";
binmode STDOUT, ':encoding(UTF-8)';
binmode STDERR, ':encoding(UTF-8)';
$| = 1;

my $description = SOAP::Schema->new->useragent->get($wsdl);
fail("no WSDL at $wsdl") unless $description->is_success;
my ($address) = $description->content =~ /<soap:address location="([^"]+)"/ or fail('no address in the WSDL');
my ($types) = $description->content =~ m{targetNamespace="(\Q$base\E/[^"]+)"} or fail('no versioned namespace in the WSDL');
my $client = SOAP::Lite->soapversion($soap)->proxy($address)->default_ns($types)
    ->on_fault(sub { my (undef, $answer) = @_; return ref $answer ? $answer : fail("transport: $answer") });

sub fail { print STDERR "FAILED: @_\n"; exit 1 }
sub ok { print "ok @_\n" }

sub expect {
    my ($what, $expected, $actual) = @_;
    fail("$what: expected '$expected', got '" . ($actual // 'nothing') . "'") unless defined $actual && $actual eq $expected;
}

# Text is typed by hand where the guess would be wrong: anything that is not ASCII would travel as base64Binary.
sub text { my ($element, $value) = @_; return SOAP::Data->name($element => $value)->type('string') }
sub group { my ($element, @children) = @_; return SOAP::Data->name($element => \SOAP::Data->value(@children)) }

sub call {
    my ($operation, $secret, @param) = @_;
    my $header = SOAP::Header->name('authHeader')->attr({ xmlns => $base })
        ->value(\SOAP::Data->value(SOAP::Data->name(user => $user), SOAP::Data->name(password => $secret)));
    return $client->on_action(sub { qq("$operation") })->call("${operation}Param", @param, $header);
}

# The content of the answer; an empty one has none.
sub ask {
    my ($operation, @param) = @_;
    my $answer = call($operation, $password, @param);
    fail("$operation: " . $answer->faultstring . ' ' . ($answer->faultdetail ? join ' ', map { values %$_ } values %{ $answer->faultdetail } : ''))
        if $answer->fault;
    return $answer;
}

sub items { my ($answer, $array) = @_; return $answer->valueof("//${array}/items") }

sub refused {
    my ($operation, $secret, $detail, $code, $words, @param) = @_;
    my $answer = call($operation, $secret, @param);
    fail("$operation: no fault $code") unless $answer->fault;
    my $typed = $answer->valueof("//Fault/*/$detail") or fail("$operation: no $detail in the fault");
    expect("$operation: code", $code, $typed->{code});
    fail("$operation: reason '$typed->{reason}' lacks '$words'") if index($typed->{reason}, $words) < 0;
    ok("fault $code: $typed->{reason}");
}

sub until_done {
    my @job = @_;
    for (1 .. 300) {
        my @logs = items(ask('getJobLogDetails', @job), 'jobLogArray');
        if (@logs && $logs[0]{endDate}) {
            expect('jobs in the log', 1, scalar @logs);
            return $logs[0];
        }
        sleep 0.1;
    }
    fail('no endDate after 30 s');
}

sub rows { my $rows = shift->{detailArray}{items}; return ref $rows eq 'ARRAY' ? @$rows : $rows // () }

expect('checkLogin', 'ValidLogin', ask('checkLogin', SOAP::Data->name(email => $user), SOAP::Data->name(password => $password))->result);
ok('checkLogin');

my $info = ask('getCompanyInfo', SOAP::Data->name(companyName => $company_name))->result;
expect('company name', $company_name, $info->{name});
my $company = SOAP::Data->name(companyHandle => $info->{companyHandle});
ok("getCompanyInfo: $info->{companyHandle}");

sub publish { return group('imageServingPublishJob', SOAP::Data->name(publishType => 'Full'), SOAP::Data->name(emailSetting => 'None')) }
sub submit { my ($job, @param) = @_; return ask('submitJob', $company, text(jobName => "$name $job"), @param)->result }

my $words = 'Größe ≥ 10 日本';
my $handle = submit('publish', text(description => $words), publish());
fail("the handle must name the job, got '$handle'") if index($handle, "|$name publish|") < 0;
my $log = until_done($company, text(jobHandle => $handle));
expect('publish: original name', "$name publish", $log->{originalJobName});
expect('publish: description', $words, $log->{description});
expect('publish: fatalError', 'false', $log->{fatalError});
fail('publish: no rows') if rows($log) < 2;
ok("publish: $handle");

$handle = submit('upload', group('uploadUrlsJob',
    group('urlArray', group('items', SOAP::Data->name(sourceUrl => $picture), text(destPath => "Interop/$name.png"))),
    (map { SOAP::Data->name($_ => $_ eq 'createMask' ? 'false' : 'true')->type('boolean') } qw(overwrite readyForPublish createMask)),
    SOAP::Data->name(emailSetting => 'None')));
my @job = ($company, text(jobHandle => $handle));
my @active;
for (1 .. 100) {
    @active = items(ask('getActiveJobs', @job), 'jobArray');
    last if @active && $active[0]{state} eq 'Running';
    sleep 0.02;
}
expect('getActiveJobs: jobs', 1, scalar @active);
expect('getActiveJobs: state', 'Running', $active[0]{state});
expect('getActiveJobs: name', "$name upload", $active[0]{originalName});
expect('getActiveJobs: number of URLs', 1, $active[0]{uploadUrlsJob}{numUrls});
ok('getActiveJobs');
$log = until_done(@job);
expect('upload: files', 1, $log->{fileSuccessCount});
my ($asset) = grep { defined } map { $_->{assetHandle} } ask('getJobLogDetails', @job)->valueof('//detailArray/items')
    or fail('upload: no asset in the log');
ok("upload: $asset");

@job = ($company, text(jobHandle => submit('nightly', text(execSchedule => '0 30 2 * * ?'), publish())));
for ([submitJob => 'Normal'], [pauseJob => 'Paused'], [resumeJob => 'Normal']) {
    my ($step, $state) = @$_;
    ask($step, @job) if $step ne 'submitJob';
    my @jobs = items(ask('getScheduledJobs', @job), 'jobArray');
    expect("$step: scheduled jobs", 1, scalar @jobs);
    expect("$step: trigger state", $state, $jobs[0]{triggerState});
    expect("$step: schedule", '0 30 2 * * ?', $jobs[0]{execSchedule});
    expect("$step: publish type", 'Full', $jobs[0]{imageServingPublishJob}{publishType});
    fail("$step: next fire time $jobs[0]{nextFireTime} is past") if $jobs[0]{nextFireTime} le strftime('%Y-%m-%d', gmtime);
    ok("$step: $state");
}

ask('executeJob', @job);
expect('executeJob: name', "$name nightly", until_done(@job)->{originalJobName});
ok('executeJob');

ask('deleteJob', @job);
my $left = ask('getScheduledJobs', @job);
fail('deleteJob: the empty array is missing') unless $left->match('//jobArray');
expect('deleteJob: jobs left', 0, scalar(() = items($left, 'jobArray')));
ok('deleteJob');

my %listed = map { $_->{originalJobName} => 1 } items(ask('getJobLogs', $company, SOAP::Data->name(sortBy => 'StartDate'),
    SOAP::Data->name(sortDirection => 'Descending'), SOAP::Data->name(numRows => 20)), 'jobLogArray');
for my $job (qw(publish upload nightly)) {
    fail("getJobLogs must list '$name $job'") unless $listed{"$name $job"};
}
ok('getJobLogs');

# The second walk, an asset from its upload to its end, where the version has all of its steps.
if ($types ge "$base/2012-02-14") {
    my $named = sub { return items(ask('getAssetsByName', $company, group('nameArray', text(items => shift))), 'assetArray') };
    my @named = $named->($name);
    expect('getAssetsByName: assets', 1, scalar @named);
    my $asset = $named[0]{assetHandle};
    my $found = ask('searchAssets', $company, SOAP::Data->name(includeSubfolders => 'true')->type('boolean'),
        group('systemFieldConditionArray', group('items', text(field => 'Name'), text(op => 'Equals'), text(value => $name))));
    expect('searchAssets: rows', 1, $found->valueof('//totalRows'));
    expect('searchAssets: handles', $asset, join ' ', map { $_->{assetHandle} } items($found, 'assetArray'));
    ok("searchAssets: $asset");

    my @one = ($company, text(assetHandle => $asset));
    ask('setAssetPublishState', @one, text(publishState => 'MarkedForPublish'));
    $log = until_done($company, text(jobHandle => submit('assets', publish())));
    my @history = items(ask('getAssetPublishHistory', @one), 'pubHistoryArray');
    # The nightly job has published it before: only the time shows that this one did.
    fail('getAssetPublishHistory must tell this publish') unless @history && ($history[0]{lastPublished} // '') ge $log->{startDate};
    ok("getAssetPublishHistory: $history[0]{contextName}");

    ask('renameAsset', @one, text(newName => "$name renamed"), SOAP::Data->name(validateName => 'true')->type('boolean'));
    expect('renameAsset: handles', $asset, join ' ', map { $_->{assetHandle} } $named->("$name renamed"));
    ok('renameAsset');

    my $several = group('assetHandleArray', text(items => $asset));
    my $export = submit('export', group('exportJob', $several, SOAP::Data->name(fmt => 'orig'), SOAP::Data->name(emailSetting => 'None')));
    expect('export: files', 1, until_done($company, text(jobHandle => $export))->{fileSuccessCount});
    ok('export');

    my @counts = qw(successCount warningCount errorCount);
    for my $step (qw(deleteAssets restoreAssetsFromTrash deleteAssets emptyAssetsFromTrash)) {
        my $ended = ask($step, $company, $several);
        expect("$step: done, warned, refused", '1 0 0', join ' ', map { $ended->valueof("//$_") // 'none' } @counts);
        ok($step);
    }
    refused('deleteAsset', $password, 'ipsApiFault', 30001, $asset, @one);
}

my $refused = text(jobName => "$name refused");
my @times = (SOAP::Data->name(execTime => '2099-01-01T00:00:00Z'), text(execSchedule => '0 30 2 * * ?'));
my $video = group('videoPublishJob', SOAP::Data->name(emailSetting => 'None'));
refused('submitJob', $password, 'ipsApiFault', 30001, 'Only one of', $company, $refused, publish(), $video);
refused('submitJob', $password, 'ipsApiFault', 30001, 'Only one of', $company, $refused, @times, publish());
refused('submitJob', $password, 'authorizationFault', 20000, 'c|4711', SOAP::Data->name(companyHandle => 'c|4711'), $refused, publish());
# undef travels as xsi:nil.
refused('submitJob', $password, 'ipsApiFault', 30002, 'companyHandle', SOAP::Data->name(companyHandle => undef), $refused, publish());
refused('getActiveJobs', 'wrong', 'authenticationFault', 10001, 'Invalid username/password', $company);
ok('all');
