package wasl.shared;

import jakarta.enterprise.inject.spi.CDI;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns a refusal into words: the text by the refusal's type, the arguments from its components.
 */
public final class RefusalTexts {

  /** Writes an argument of a refusal (an amount, an instant, a state) in a language. */
  public interface ArgumentFormat {
    /** The words for the value, or null where this format does not know its type. */
    String format(Object value, Lang lang);
  }

  private RefusalTexts() {}

  /** The words of a refusal. */
  public static String of(Refusal refusal, Lang lang) {
    Map<String, Object> arguments = new HashMap<>();
    for (RecordComponent component : refusal.getClass().getRecordComponents()) {
      arguments.put(component.getName(), argument(read(component, refusal), lang));
    }
    return Texts.in(lang).of(refusal.key(), arguments);
  }

  private static Object argument(Object value, Lang lang) {
    if (value instanceof Number) {
      return value;
    }
    for (ArgumentFormat format : CDI.current().select(ArgumentFormat.class)) {
      String words = format.format(value, lang);
      if (words != null) {
        return words;
      }
    }
    return String.valueOf(value);
  }

  private static Object read(RecordComponent component, Refusal refusal) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(refusal);
    } catch (IllegalAccessException | InvocationTargetException unreadable) {
      throw new IllegalStateException(component.getName(), unreadable);
    }
  }
}
