/**
 * What people are told: one notice in the application and one mail for every step that matters, in
 * the reader's language, with a switch for each kind of mail, which a sealed link in the mail
 * itself works too. Uses all features before it; hears their events through the outbox's mail lane.
 * Tables: notice, notice_mail, notice_switch.
 */
package wasl.notice;
