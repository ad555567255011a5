/** XML namespaces of the Query services. */
export const SES = 'http://ses.amazonaws.com/doc/2010-12-01/'
export const SNS = 'http://sns.amazonaws.com/doc/2010-03-31/'
export const STS = 'https://sts.amazonaws.com/doc/2011-06-15/'
