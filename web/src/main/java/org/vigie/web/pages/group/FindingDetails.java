package org.vigie.web.pages.group;

import java.util.List;
import org.vigie.pipeline.together.SharedSign;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.SignMark;

/**
 * What adverts show together, as a page tells it.
 *
 * @param sign the indicator with its numbers
 * @param adverts ids of adverts to read for it
 * @param contacts other contacts that it is about
 */
public record FindingDetails(SignMark sign, List<String> adverts, List<Named> contacts) {
  /**
   * A contact with a page of its own.
   *
   * @param name type and value
   * @param path of its page
   */
  public record Named(String name, String path) {}

  static FindingDetails of(SharedSign finding) {
    return new FindingDetails(
        SignMark.whole(finding.indicator()),
        finding.adverts(),
        finding.contacts().stream().map(key -> new Named(shown(key), Paths.contact(key))).toList());
  }

  static String shown(String key) {
    return SafeText.line(Defanged.text(key));
  }
}
