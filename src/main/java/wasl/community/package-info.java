/**
 * What people say about listings: updates of their owners to all or to investors only, questions
 * and answers, moderated by the lead institution and the platform's operator; follows of a listing
 * or a filter; reports of abuse and their answers. Uses party, listing, vetting, pledge. Fires
 * {@link wasl.community.CommunityEvent}s, which notice turns into letters. Tables:
 * community_update, community_question, community_follow, community_report.
 */
package wasl.community;
