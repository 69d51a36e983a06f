package wasl.shared.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers what pages ask most often as the platform's own resolvers would, but looks things up
 * once. A method, such as a record's {@code #{listing.title()}}: the platform copies all methods of
 * the class at every call; what is overloaded is left to it. And the first word of an expression:
 * what {@link Router} gives each page, and beans, whose proxies are the same for all requests.
 */
public class PageResolver extends ELResolver {

  private static final ClassValue<Map<String, Optional<Method>>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  /** What {@link Router} puts into each request. */
  private static final Set<String> GIVEN = Set.of("lang", "t", "link");

  private static final Map<String, Optional<Object>> BEANS = new ConcurrentHashMap<>();

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
    if (base != null || !(property instanceof String name)) {
      return null;
    }
    Object value =
        GIVEN.contains(name)
            ? FacesContext.getCurrentInstance().getExternalContext().getRequestMap().get(name)
            : BEANS.computeIfAbsent(name, PageResolver::bean).orElse(null);
    if (value != null) {
      context.setPropertyResolved(null, property);
    }
    return value;
  }

  /** The proxy of a bean that has one: it finds the instance of the present request by itself. */
  private static Optional<Object> bean(String name) {
    BeanManager manager = CDI.current().getBeanManager();
    Bean<?> bean = manager.resolve(manager.getBeans(name));
    if (bean == null || !manager.isNormalScope(bean.getScope())) {
      return Optional.empty();
    }
    return Optional.of(
        manager.getReference(bean, Object.class, manager.createCreationalContext(bean)));
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
