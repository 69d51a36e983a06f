package wasl.payment;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The limits as they are set, but for those that a test sets lower for its own time. */
@Alternative
@Priority(100)
@ApplicationScoped
public class LowerLimits extends CardLimits {

  private final Map<CardLimit, Integer> lower = new ConcurrentHashMap<>();

  void set(CardLimit limit, int most) {
    lower.put(limit, most);
  }

  void reset() {
    lower.clear();
  }

  @Override
  int most(CardLimit limit) {
    return lower.getOrDefault(limit, super.most(limit));
  }
}
