package org.vigie.web.pages.alert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vigie.casework.AlertState;
import org.vigie.search.alert.AlertChoice;

/** Which alerts the inbox shows. */
public enum AlertFilter {
  /** What waits for somebody: open, or given to anybody. */
  WAITING,
  MINE,
  SNOOZED,
  CLOSED,
  ALL;

  /** Returns the name in addresses and in phrases. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the filter with a label, or {@link #WAITING} if there is none. */
  static AlertFilter labelled(String label) {
    for (AlertFilter filter : values()) {
      if (filter.label().equals(label)) {
        return filter;
      }
    }
    return WAITING;
  }

  /**
   * Returns the alerts of a choice that it shows, in parts that are shown one after the other: what
   * is open comes first.
   *
   * @param states where the alerts stand that anybody has touched, by their ids
   * @param account who asks
   */
  List<AlertChoice> of(
      AlertChoice choice, Map<String, AlertState> states, String account, Instant now) {
    return switch (this) {
      case WAITING -> List.of(choice.without(ids(states, state -> !isOpen(state, now))));
      case MINE ->
          List.of(
              choice.among(
                  ids(states, state -> isOpen(state, now) && state.assignee().equals(account))));
      case SNOOZED -> List.of(choice.among(ids(states, state -> isSnoozed(state, now))));
      case CLOSED ->
          List.of(
              choice.among(ids(states, state -> state.status(now) == AlertState.Status.CLOSED)));
      case ALL -> {
        Set<String> done = ids(states, state -> !isOpen(state, now));
        yield List.of(choice.without(done), choice.among(done));
      }
    };
  }

  private static boolean isOpen(AlertState state, Instant now) {
    return state.status(now) == AlertState.Status.OPEN
        || state.status(now) == AlertState.Status.ASSIGNED;
  }

  private static boolean isSnoozed(AlertState state, Instant now) {
    return state.status(now) == AlertState.Status.SNOOZED;
  }

  private static Set<String> ids(Map<String, AlertState> states, Predicate<AlertState> condition) {
    return states.entrySet().stream()
        .filter(entry -> condition.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
