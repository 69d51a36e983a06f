package wasl.payment;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The numbers of {@link CardLimit}, as this installation has set them. */
@ApplicationScoped
public class CardLimits {

  private final Map<CardLimit, Integer> numbers = new EnumMap<>(CardLimit.class);

  @PostConstruct
  void read() {
    Config config = ConfigProvider.getConfig();
    for (CardLimit limit : CardLimit.values()) {
      int number = config.getOptionalValue(limit.setting(), Integer.class).orElse(limit.usual);
      if (number < 1) {
        throw new IllegalArgumentException(limit.setting() + " is less than 1");
      }
      numbers.put(limit, number);
    }
  }

  /** How much is heard. */
  int most(CardLimit limit) {
    return numbers.get(limit);
  }
}
