package org.vigie.advert;

import java.time.Instant;
import java.util.List;

/**
 * A lead that a rule or a stored query asks a person to look at.
 *
 * @param id {@code w-} and 20 hexadecimal digits, derived from rule, rule version and subject
 * @param rule name of the rule or stored query
 * @param ruleVersion its version
 * @param subject id of the advert or cluster it is about
 * @param severity how soon to look at it
 * @param at event time of the newest evidence
 * @param headline one line that says what was found
 * @param reasons one line each, strongest first
 * @param model version of the model it rests on, or empty
 * @param taxonomy version of the taxonomy it rests on
 */
public record Alert(
    String id,
    String rule,
    String ruleVersion,
    String subject,
    Severity severity,
    Instant at,
    String headline,
    List<String> reasons,
    String model,
    String taxonomy) {
  public Alert {
    reasons = List.copyOf(reasons);
  }

  /** Returns the id of the alert of a rule about a subject: the same however often it is raised. */
  public static String idOf(String rule, String ruleVersion, String subject) {
    return ContentId.of("w-", rule, ruleVersion, subject);
  }
}
