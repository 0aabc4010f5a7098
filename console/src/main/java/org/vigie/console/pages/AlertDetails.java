package org.vigie.console.pages;

import java.util.List;
import org.vigie.advert.Alert;
import org.vigie.console.render.Defanged;
import org.vigie.console.render.SafeText;
import org.vigie.console.render.Words;

/**
 * What a rule says in an alert.
 *
 * @param path of its own page
 * @param subject id of the advert or cluster it is about
 * @param subjectPath of the page of what it is about
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
    String subjectPath) {
  static AlertDetails of(Alert alert) {
    return new AlertDetails(
        alert.id(),
        Paths.alert(alert.id()),
        alert.severity().label(),
        Words.minute(alert.at()),
        SafeText.line(Defanged.text(alert.headline())),
        SafeText.line(alert.rule() + " " + alert.ruleVersion()).strip(),
        SafeText.line(alert.model() + " " + alert.taxonomy()).strip(),
        alert.reasons().stream().map(line -> SafeText.line(Defanged.text(line))).toList(),
        alert.subject(),
        alert.subject().startsWith("a-")
            ? Paths.advert(alert.subject())
            : Paths.cluster(alert.subject()));
  }
}
