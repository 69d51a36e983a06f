package wasl.shared.web.markup;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds and calls what expressions name: getters, methods, entries. */
final class Members {

  private static final Object[] NONE = {};

  private Members() {}

  /**
   * One place in a page that names a member: it meets the same class again and again, whose method
   * it has at hand.
   */
  static final class Named {

    private final String name;
    private final int arguments;
    private final boolean getter;
    private volatile Known last = new Known(null, null, null);
    private final Map<Class<?>, Known> all = new ConcurrentHashMap<>();

    /**
     * @param wanted the types of the method's arguments, of which it makes a copy each time
     */
    private record Known(Class<?> type, Method method, Class<?>[] wanted) {}

    private Named(String name, int arguments, boolean getter) {
      this.name = name;
      this.arguments = arguments;
      this.getter = getter;
    }

    /** A property: {@code #{page.title}}. */
    static Named property(String name) {
      return new Named(name, 0, true);
    }

    /** A method: {@code #{view.title()}}. */
    static Named method(String name, int arguments) {
      return new Named(name, arguments, false);
    }

    /** Whether a class has it. */
    boolean isOf(Class<?> type) {
      return find(type).isPresent();
    }

    Object of(Object base, Object... given) {
      Known known = last;
      Class<?> type = base.getClass();
      if (known.type() != type) {
        known = all.computeIfAbsent(type, this::known);
        last = known;
      }
      return call(known.method(), base, arguments(known, given));
    }

    private Known known(Class<?> type) {
      Method method = find(type).orElseThrow(() -> no(type));
      // what is public anyway is called without looking up who calls; the JDK's own stay as they
      // are
      method.trySetAccessible();
      return new Known(type, method, method.getParameterTypes());
    }

    private IllegalArgumentException no(Class<?> type) {
      return new IllegalArgumentException(type.getName() + " has no " + name);
    }

    private Optional<Method> find(Class<?> type) {
      List<Method> fitting =
          Arrays.stream(type.getMethods())
              .filter(it -> !it.isBridge() && called(it))
              .filter(
                  it ->
                      it.isVarArgs()
                          ? arguments >= it.getParameterCount() - 1
                          : arguments == it.getParameterCount())
              .toList();
      if (fitting.size() > 1) {
        throw new IllegalArgumentException(type.getName() + " has more than one " + name);
      }
      return fitting.stream().findFirst().map(Members::reachable);
    }

    private boolean called(Method method) {
      if (!getter) {
        return method.getName().equals(name);
      }
      String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
      return method.getName().equals("get" + capital)
          || method.getName().equals("is" + capital) && (method.getReturnType() == boolean.class);
    }
  }

  /** The same method where a public type declares it: {@code List.of()} is of a hidden class. */
  private static Method reachable(Method method) {
    if (Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
      return method;
    }
    for (Class<?> type = method.getDeclaringClass(); type != null; type = type.getSuperclass()) {
      for (Class<?> each : type.getInterfaces()) {
        try {
          return reachable(each.getMethod(method.getName(), method.getParameterTypes()));
        } catch (NoSuchMethodException elsewhere) {
          continue;
        }
      }
    }
    throw new IllegalArgumentException(method + " cannot be reached");
  }

  private static Object call(Method method, Object base, Object[] all) {
    try {
      return method.invoke(base, all);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException told) {
        throw told;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object[] arguments(Named.Known known, Object[] given) {
    Class<?>[] wanted = known.wanted();
    int count = wanted.length;
    if (count == 0) {
      return NONE;
    }
    boolean open = known.method().isVarArgs();
    int fixed = open ? count - 1 : count;
    Object[] all = new Object[count];
    for (int i = 0; i < fixed; i++) {
      all[i] = Values.as(wanted[i], given[i]);
    }
    if (open) {
      Class<?> each = wanted[fixed].getComponentType();
      Object rest = Array.newInstance(each, given.length - fixed);
      for (int i = fixed; i < given.length; i++) {
        Array.set(rest, i - fixed, Values.as(each, given[i]));
      }
      all[fixed] = rest;
    }
    return all;
  }

  /** What stands in a map or list by this key; null where neither is asked. */
  static Object entry(Object base, Object key) {
    if (base instanceof Map<?, ?> map) {
      return key == null ? null : map.get(key);
    }
    if (base instanceof List<?> list) {
      long at = Values.whole(key);
      return at >= 0 && at < list.size() ? list.get((int) at) : null;
    }
    throw new IllegalArgumentException(base.getClass() + " has no entries");
  }
}
