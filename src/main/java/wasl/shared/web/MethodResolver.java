package wasl.shared.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls the methods that pages name, such as a record's {@code #{listing.title()}}, as the
 * platform's own resolver would, but looks each up once: the platform's copies all methods of the
 * class at every call, which was a fifth of the time of a page. What is overloaded is left to it.
 */
public class MethodResolver extends ELResolver {

  private static final ClassValue<Map<String, Optional<Method>>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  @Override
  public Object invoke(
      ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
    if (base == null || name == null || types != null) {
      return null;
    }
    Object[] given = arguments == null ? new Object[0] : arguments;
    Optional<Method> found =
        KNOWN
            .get(base.getClass())
            .computeIfAbsent(
                name + "/" + given.length,
                key -> find(base.getClass(), name.toString(), given.length));
    if (found.isEmpty()) {
      return null;
    }
    try {
      Object answer = found.get().invoke(base, converted(context, found.get(), given));
      context.setPropertyResolved(base, name);
      return answer;
    } catch (InvocationTargetException e) {
      throw new ELException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new ELException(e);
    }
  }

  private static Optional<Method> find(Class<?> type, String name, int arguments) {
    if (!Modifier.isPublic(type.getModifiers())) {
      return Optional.empty();
    }
    List<Method> named =
        Arrays.stream(type.getMethods())
            .filter(it -> it.getName().equals(name) && !it.isBridge())
            .filter(it -> Modifier.isPublic(it.getDeclaringClass().getModifiers()))
            .toList();
    if (named.size() != 1) {
      return Optional.empty();
    }
    Method only = named.get(0);
    boolean fits =
        only.isVarArgs()
            ? arguments >= only.getParameterCount() - 1
            : arguments == only.getParameterCount();
    return fits ? Optional.of(only) : Optional.empty();
  }

  private static Object[] converted(ELContext context, Method method, Object[] given) {
    Class<?>[] wanted = method.getParameterTypes();
    Object[] converted = new Object[wanted.length];
    int fixed = method.isVarArgs() ? wanted.length - 1 : wanted.length;
    for (int i = 0; i < fixed; i++) {
      converted[i] = converted(context, given[i], wanted[i]);
    }
    if (method.isVarArgs()) {
      Class<?> each = wanted[fixed].getComponentType();
      converted[fixed] = Array.newInstance(each, given.length - fixed);
      for (int i = fixed; i < given.length; i++) {
        Array.set(converted[fixed], i - fixed, converted(context, given[i], each));
      }
    }
    return converted;
  }

  private static Object converted(ELContext context, Object value, Class<?> wanted) {
    return wanted.isInstance(value) ? value : context.convertToType(value, wanted);
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    return null;
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {}

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    return false;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return null;
  }
}
