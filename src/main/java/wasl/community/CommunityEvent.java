package wasl.community;

import wasl.listing.ListingId;
import wasl.shared.DomainEvent;

/** What has happened to what people say. */
public sealed interface CommunityEvent extends DomainEvent {

  /** The listing that it is about. */
  ListingId listing();

  record UpdatePublished(ListingId listing, long update, Audience audience)
      implements CommunityEvent {}

  /** A moderator has hidden it. */
  record UpdateHidden(ListingId listing, long update) implements CommunityEvent {}

  /** It is on the page again, or its author has taken it back. */
  record UpdateChanged(ListingId listing, long update) implements CommunityEvent {}

  record QuestionAsked(ListingId listing, long question) implements CommunityEvent {}

  record QuestionAnswered(ListingId listing, long question) implements CommunityEvent {}

  /** A moderator has hidden it. */
  record QuestionHidden(ListingId listing, long question) implements CommunityEvent {}

  /** A moderator has published it or put it back. */
  record QuestionPublished(ListingId listing, long question) implements CommunityEvent {}

  record ReportFiled(ListingId listing, long report) implements CommunityEvent {}

  record ReportAnswered(ListingId listing, long report, ReportState state)
      implements CommunityEvent {}
}
