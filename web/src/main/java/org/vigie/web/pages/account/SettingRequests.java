package org.vigie.web.pages.account;

import java.util.List;
import org.vigie.casework.AdminRequest;
import org.vigie.casework.AdminRequests;
import org.vigie.casework.guarded.SettingsInForce;

/** What the file of settings says and two admins have yet to agree to: one asks, another grants. */
public final class SettingRequests {
  private final AdminRequests requests;
  private final SettingsInForce settings;
  private final List<SettingsInForce.Waiting> waiting;

  /**
   * @param waiting what did not hold of the file as the console started
   */
  public SettingRequests(
      AdminRequests requests, SettingsInForce settings, List<SettingsInForce.Waiting> waiting) {
    this.requests = requests;
    this.settings = settings;
    this.waiting = List.copyOf(waiting);
  }

  /**
   * One of them on the page.
   *
   * @param part key in the file
   * @param inForce what holds until the console starts anew
   * @param asked what the file says
   * @param granted whether both agreed, so that it holds from then on
   */
  public record Row(String part, String inForce, String asked, boolean granted) {}

  /** Returns those for which nobody has asked yet, and those that only wait for a new start. */
  List<Row> rows() {
    return waiting.stream()
        .filter(one -> !isAsked(one))
        .map(
            one -> new Row(one.part().label(), one.inForce(), one.asked(), settings.isGranted(one)))
        .toList();
  }

  /** Asks for one; returns false if it doesn't wait, or somebody has asked for it. */
  boolean ask(String part, String account) {
    List<Row> found =
        rows().stream().filter(row -> row.part().equals(part) && !row.granted()).toList();
    found.forEach(
        row -> requests.ask(AdminRequest.Kind.SETTINGS, account, row.part(), row.asked()));
    return !found.isEmpty();
  }

  /** Lets hold what a second admin granted, from the next start on; once. */
  boolean grant(AdminRequest granted, String by) {
    if (!requests.take(granted.id())) {
      return false;
    }
    settings.grant(granted.subject(), granted.detail(), by);
    return true;
  }

  private boolean isAsked(SettingsInForce.Waiting one) {
    return requests.pending().stream()
        .filter(asked -> asked.kind() == AdminRequest.Kind.SETTINGS)
        .anyMatch(asked ->
            asked.subject().equals(one.part().label()) && asked.detail().equals(one.asked()));
  }
}
