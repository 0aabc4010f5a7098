package org.vigie.web.pages.alert;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.casework.AlertHandling;
import org.vigie.casework.AlertState;
import org.vigie.web.pages.part.LiveIndex;

/** Where alerts stand, with what people did about them under former ids. */
public final class AlertStates {
  private final LiveIndex index;
  private final AlertHandling handling;

  public AlertStates(LiveIndex index, AlertHandling handling) {
    this.index = index;
    this.handling = handling;
  }

  /** Returns where an alert stands. */
  public AlertState of(String alert) throws IOException {
    Optional<Set<String>> ids = index.read(adverts -> adverts.alertIds(alert));
    return handling.of(ids.orElse(Set.of(alert)));
  }

  /** Returns where all alerts stand that anybody has touched, by the ids that they have now. */
  Map<String, AlertState> all() throws IOException {
    Set<String> touched = handling.touched();
    Map<String, String> current = new HashMap<>();
    index.read(adverts -> {
      for (String id : touched) {
        current.put(id, adverts.currentAlertId(id));
      }
      return current;
    });
    return handling.all(current);
  }
}
