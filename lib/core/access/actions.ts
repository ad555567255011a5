import type { PageAccess } from './pages'

/**
 * Every server action, as `<file below app>#<name>`, and who may call it: anybody, whoever holds a link's token, whoever is logged in,
 * or by permission. A test compares the list with the files and calls each as each kind of caller.
 */
export const actions: Readonly<Record<string, PageAccess>> = {
  'actions#setLanguage': 'open',
  'actions#setPreference': 'open',
  'actions#logOut': 'open',
  '(auth)/login/actions#logIn': 'open',
  '(auth)/sign-up/actions#startSignUp': 'open',
  '(auth)/confirm/actions#confirm': 'token',
  '(auth)/confirm/actions#resend': 'open',
  '(auth)/setup/actions#makeOperator': 'token',
  '(auth)/welcome/actions#found': 'user',

  '(console)/t/[tenant]/find#find': 'message.read',
  '(console)/t/[tenant]/today-actions#sendTest': 'message.replay',
  '(console)/t/[tenant]/messages/actions#bulk': 'message.release',
  '(console)/t/[tenant]/messages/actions#takeBack': 'message.release',
  '(console)/t/[tenant]/messages/actions#keepView': 'message.read',
  '(console)/t/[tenant]/messages/actions#dropView': 'message.read',
  '(console)/t/[tenant]/messages/actions#chooseColumns': 'open',
  '(console)/t/[tenant]/messages/[id]/actions#replay': 'message.replay',
  '(console)/t/[tenant]/messages/[id]/actions#release': 'message.release',
  '(console)/t/[tenant]/messages/[id]/actions#keepInQuarantine': 'message.release',
  '(console)/t/[tenant]/domains/actions#addDomain': 'domain.write',
  '(console)/t/[tenant]/domains/actions#checkNow': 'domain.write',
  '(console)/t/[tenant]/domains/actions#lookAgain': 'domain.read',
  '(console)/t/[tenant]/domains/actions#remove': 'domain.write',
  '(console)/t/[tenant]/domains/mail-from-actions#saveMailFrom': 'domain.write',
  '(console)/t/[tenant]/domains/mail-from-actions#endMailFrom': 'domain.write',
  '(console)/t/[tenant]/rules/actions#edit': 'rules.write',
  '(console)/t/[tenant]/rules/actions#changeRules': 'rules.write',
  '(console)/t/[tenant]/rules/actions#undoDelete': 'rules.write',
  '(console)/t/[tenant]/rules/actions#discard': 'rules.write',
  '(console)/t/[tenant]/rules/actions#publish': 'rules.publish',
  '(console)/t/[tenant]/rules/actions#restore': 'rules.write',
  '(console)/t/[tenant]/rules/test/actions#runTest': 'rules.simulate',

  '(console)/t/[tenant]/api-keys/actions#makeKey': 'apiKey.write',
  '(console)/t/[tenant]/api-keys/actions#renameKey': 'apiKey.write',
  '(console)/t/[tenant]/api-keys/actions#revokeKey': 'apiKey.write',

  '(operator)/operator/find#find': 'platform.read',
  '(operator)/operator/jobs/actions#retry': 'deadLetter.write',
  '(operator)/operator/jobs/actions#retryAll': 'deadLetter.write',
  '(operator)/operator/jobs/actions#discard': 'deadLetter.write',
  '(operator)/operator/sync/actions#checkNow': 'plan.write',
  '(operator)/operator/sync/actions#applyNow': 'plan.write',
  '(operator)/operator/sync/actions#cancelNow': 'plan.write',
}
