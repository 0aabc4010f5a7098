package org.vigie.web.pages.alert;

import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Alert;
import org.vigie.advert.BaseRate;
import org.vigie.casework.delivery.AlertView;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.group.SaidDetails;
import org.vigie.web.pages.part.Paths;

/**
 * What a rule says in an alert.
 *
 * @param path of its own page
 * @param subject id of the advert, cluster or network, or the contact it is about
 * @param subjectPath of the page of what it is about
 * @param said what that says, and the sentences that the alert rests on
 */
public record AlertDetails(
    String id,
    String path,
    String severity,
    String at,
    String headline,
    String rule,
    String model,
    List<String> reasons,
    String subject,
    String subjectPath,
    SaidDetails said) {
  static AlertDetails of(Alert alert, SaidDetails said) {
    return new AlertDetails(
        alert.id(),
        Paths.alert(alert.id()),
        alert.severity().label(),
        Words.minute(alert.at()),
        SafeText.line(Defanged.text(alert.headline())),
        SafeText.line(alert.rule() + " " + alert.ruleVersion()).strip(),
        SafeText.line(alert.model() + " " + alert.taxonomy()).strip(),
        reasons(alert),
        SafeText.line(Defanged.text(alert.subject())),
        subjectPath(alert.subject()),
        said);
  }

  private static List<String> reasons(Alert alert) {
    List<String> reasons = new ArrayList<>();
    alert.reasons().forEach(line -> reasons.add(SafeText.line(Defanged.text(line))));
    BaseRate rate = alert.baseRate();
    if (rate != null && rate.clusters() > 0) {
      reasons.add(AlertView.baseRate(rate));
    }
    return reasons;
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
