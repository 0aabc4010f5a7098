package org.vigie.training.risk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.advert.Outcome;
import org.vigie.files.digest.Sha256;

/**
 * An invented advert whose outcome is known: trained on by what labelling functions vote, never by
 * its truth, and measured by its truth.
 *
 * @param id its name
 * @param truth what it is
 * @param template the template it was made of, never split between training and measuring
 * @param language ISO 639-1 code
 * @param heldOut whether it is kept for measuring
 * @param text its text
 */
public record FormExample(
    String id, Outcome truth, String template, String language, boolean heldOut, String text) {

  /** Returns the hash by which a set of them is known in a model's data sheet. */
  public static String hash(List<FormExample> examples) {
    String lines =
        examples.stream()
            .map(e -> e.id() + '\t' + e.truth().label() + '\t' + e.text().replace('\n', ' '))
            .collect(Collectors.joining("\n"));
    return Sha256.of(lines.getBytes(StandardCharsets.UTF_8));
  }
}
