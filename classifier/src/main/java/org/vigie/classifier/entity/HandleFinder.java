package org.vigie.classifier.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.vigie.advert.ContactType;

/**
 * Finds handles by wording: {@code @name} or {@code a_name} near the word for a service, before or
 * after it, {@code service: name1}, or a tag of Cash App, such as {@code $name}.
 *
 * <p>A name that can be nothing else is read without a service as well, as one of {@link
 * Services#UNKNOWN}.
 */
final class HandleFinder {
  /** How far, in characters, a service's word may stand from the name. */
  private static final int REACH = 40;

  /** What may stand between a service's word and the name that it leads to. */
  private static final String LEADS = " :=-";

  private final ContactView view;
  private final String chars;
  private final List<HandleName> names;
  private final List<ServiceWord> services;
  private final BitSet starts = new BitSet();
  private final BitSet taken = new BitSet();

  private HandleFinder(ContactView view) {
    HandleWords words = HandleWords.in(view);
    this.view = view;
    this.chars = view.chars();
    this.names = words.names();
    this.services = words.services();
    names.forEach(name -> starts.set(name.start()));
  }

  /**
   * Returns the handles in a view.
   *
   * @param defaultService service that a bare {@code @name} belongs to here, or empty
   */
  static List<Found> in(ContactView view, String defaultService) {
    return new HandleFinder(view).find(defaultService);
  }

  private List<Found> find(String defaultService) {
    List<Found> found = new ArrayList<>();
    int next = 0;
    for (HandleName name : names) {
      while (next < services.size() && services.get(next).end() <= name.start()) {
        next++;
      }
      String service = name.service(serviceOf(name, next), defaultService);
      if (!service.isEmpty()) {
        String value = service + ":" + name.value();
        found.add(Found.of(view, ContactType.HANDLE, value, name.start(), name.end(), 0));
      }
    }
    return found;
  }

  /**
   * Returns the service of the nearest word before a name; or of one behind it, if that is another
   * name's.
   *
   * @param next index of the first service's word behind the name
   */
  private String serviceOf(HandleName name, int next) {
    boolean before = next > 0 && isNear(services.get(next - 1).end(), name.start());
    boolean after =
        next < services.size()
            && isNear(name.end(), services.get(next).start())
            && !leadsToName(services.get(next));
    int chosen = before && !(after && taken.get(next - 1)) ? next - 1 : next;
    if (!before && !after) {
      return "";
    }
    taken.set(chosen);
    return services.get(chosen).service();
  }

  private boolean isNear(int from, int to) {
    return to - from <= REACH && chars.substring(from, to).indexOf('\n') < 0;
  }

  /** Returns whether a name follows at once, as in {@code telegram: @name}. */
  private boolean leadsToName(ServiceWord word) {
    int i = word.end();
    while (i < chars.length() && i - word.end() < 4 && LEADS.indexOf(chars.charAt(i)) >= 0) {
      i++;
    }
    return starts.get(i);
  }
}
