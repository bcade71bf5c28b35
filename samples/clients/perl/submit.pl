#!/usr/bin/perl
# Logs in, submits a publish and waits for its log, with SOAP::Lite.
# Arguments: WSDL-URL USER PASSWORD COMPANY-HANDLE
use strict;
use warnings;
use SOAP::Lite;
use Time::HiRes qw(sleep time);

my ($wsdl, $user, $password, $company) = @ARGV;
my $types = 'http://www.scene7.com/IpsApi/xsd/2014-04-03';
my ($address) = SOAP::Schema->new->useragent->get($wsdl)->content =~ /<soap:address location="([^"]+)"/ or die "no WSDL at $wsdl\n";
my $ips = SOAP::Lite->proxy($address)->default_ns($types);
my $header = SOAP::Header->name('authHeader')->attr({ xmlns => $types })
    ->value(\SOAP::Data->value(text(user => $user), text(password => $password)));
binmode STDOUT, ':encoding(UTF-8)';

# Typed by hand: SOAP::Lite guesses types from values and would send a name that is not ASCII as base64.
sub text { my ($element, $value) = @_; return SOAP::Data->name($element => $value)->type('string') }

sub call {
    my ($operation, @param) = @_;
    my $answer = $ips->on_action(sub { qq("$operation") })->call("${operation}Param", @param, $header);
    die 'refused: ', join(' ', map { $_->{reason} } values %{ $answer->faultdetail }), "\n" if $answer->fault;
    return $answer;
}

print 'login: ', call('checkLogin', text(email => $user), text(password => $password))->valueof('//status'), "\n";

my $job = call('submitJob', text(companyHandle => $company), text(jobName => 'perl ' . time),
    SOAP::Data->name(imageServingPublishJob => \SOAP::Data->value(text(publishType => 'Full'), text(emailSetting => 'None')))
)->valueof('//jobHandle');
print "submitted: $job\n";

my $log;
do {
    sleep 0.2;
    $log = call('getJobLogDetails', text(companyHandle => $company), text(jobHandle => $job));
} until $log->valueof('//endDate');
print "$_->{logType} $_->{logMessage}\n" for $log->valueof('//detailArray/items');
