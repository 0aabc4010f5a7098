package org.vigie.web.pages.alert;

import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Alert;
import org.vigie.advert.BaseRate;
import org.vigie.advert.Finding;
import org.vigie.casework.delivery.AlertView;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import org.vigie.web.Worded;
import org.vigie.web.pages.group.SaidDetails;
import org.vigie.web.pages.part.Paths;

/**
 * What a rule says in an alert.
 *
 * @param raised when and by what
 * @param subject what it is about
 * @param said what that says, and the sentences that the alert rests on
 */
public record AlertDetails(
    String id,
    String severity,
    Worded headline,
    Raised raised,
    List<Worded> reasons,
    About subject,
    SaidDetails said) {
  /**
   * When and by what an alert was raised.
   *
   * @param at minute
   * @param rule its name and version
   * @param model its name, and that of the taxonomy
   */
  public record Raised(String at, Worded rule, String model) {}

  /**
   * What an alert is about.
   *
   * @param id of the advert, cluster or network, or the contact
   * @param path of its page
   */
  public record About(String id, String path) {}

  static AlertDetails of(Alert alert, SaidDetails said) {
    return new AlertDetails(
        alert.id(),
        alert.severity().label(),
        worded(alert, 0, alert.headline()),
        new Raised(
            Words.minute(alert.at()),
            Worded.said(
                Finding.of("alert-rule")
                    .with("rule", alert.rule())
                    .with("version", alert.ruleVersion())),
            SafeText.line(alert.model() + " " + alert.taxonomy()).strip()),
        reasons(alert),
        new About(SafeText.line(Defanged.text(alert.subject())), subjectPath(alert.subject())),
        said);
  }

  /** Returns the path of its own page. */
  public String path() {
    return Paths.alert(id);
  }

  private static List<Worded> reasons(Alert alert) {
    List<Worded> reasons = new ArrayList<>();
    for (int i = 0; i < alert.reasons().size(); i++) {
      reasons.add(worded(alert, i + 1, alert.reasons().get(i)));
    }
    BaseRate rate = alert.baseRate();
    if (rate != null && rate.clusters() > 0) {
      reasons.add(Worded.of(AlertView.found(rate), AlertView.baseRate(rate)));
    }
    return reasons;
  }

  private static Worded worded(Alert alert, int line, String text) {
    return alert.lines().isEmpty() ? Worded.of(text) : new Worded(alert.lines().get(line), text);
  }

  private static String subjectPath(String subject) {
    if (subject.indexOf(':') > 0) {
      return Paths.contact(subject);
    }
    return subject.startsWith("a-")
        ? Paths.advert(subject)
        : subject.startsWith("n-") ? Paths.network(subject) : Paths.cluster(subject);
  }
}
