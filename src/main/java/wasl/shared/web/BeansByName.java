package wasl.shared.web;

import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The beans behind the first words of a page's expressions: the instance of the present request
 * itself, since a call through its proxy would look for it again each time.
 */
final class BeansByName {

  private final BeanManager manager;
  private final Map<String, Optional<Bean<?>>> known = new ConcurrentHashMap<>();

  BeansByName(BeanManager manager) {
    this.manager = manager;
  }

  /** The bean with this name, or null. */
  Object get(String name) {
    return known.computeIfAbsent(name, this::find).map(this::instance).orElse(null);
  }

  private Optional<Bean<?>> find(String name) {
    Bean<?> bean = manager.resolve(manager.getBeans(name));
    return bean != null && manager.isNormalScope(bean.getScope())
        ? Optional.of(bean)
        : Optional.empty();
  }

  @SuppressWarnings("unchecked")
  private <T> T instance(Bean<?> bean) {
    return manager
        .getContext(bean.getScope())
        .get((Contextual<T>) bean, manager.createCreationalContext((Contextual<T>) bean));
  }
}
