package wasl.community.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Locale;
import wasl.community.Follow;
import wasl.community.FollowFilter;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.Sector;
import wasl.party.CurrentActor;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /my/follows/new?governorate=…}: following whatever opens and fits a filter. */
@Named
@RequestScoped
public class FollowFilterPage {
  @Inject private Visit visit;
  @Inject private FollowFilter followFilter;
  @Inject private CurrentActor actor;
  @Inject private PageMessages messages;

  private Follow.Filter filter;

  /** Reads the filter, and follows it where that was sent. */
  public void load() {
    filter =
        new Follow.Filter(
            Governorate.of(visit.value("governorate")).orElse(null),
            constant(Sector.class, visit.value("sector")),
            constant(FundingModel.class, visit.value("model")),
            words(visit.value("q")));
    if (visit.sent() && !filter.empty()) {
      send();
    }
  }

  private void send() {
    try {
      followFilter.handle(new FollowFilter.Command(actor.get(), filter));
      messages.flash("ok", "community.follow.filterDone");
      PageLinks.here().go("/my/follows");
    } catch (Refused refused) {
      refused.refusals().forEach(messages::refuse);
    }
  }

  private static String words(String typed) {
    String words = PlainText.line(typed);
    return words == null || words.length() <= 200 ? words : words.substring(0, 200);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    String wanted = name == null ? "" : name.toUpperCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(wanted))
        .findFirst()
        .orElse(null);
  }

  /** Whether there is nothing to follow by: {@code empty} is no name that a page may call. */
  public boolean isNothing() {
    return filter.empty();
  }

  public Follow.Filter getFilter() {
    return filter;
  }
}
