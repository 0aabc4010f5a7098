package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.advert.Finding;
import org.vigie.advert.Mandate;
import org.vigie.casework.error.UserErrors;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;
import org.vigie.files.yaml.YamlFile;

/** A mandate in a YAML file. */
public final class MandateFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MandateFile() {}

  /**
   * Returns the mandate that a file holds.
   *
   * @param shown what errors call the file
   * @throws UserError if the file is missing or holds no whole mandate
   */
  public static Mandate read(Path file, String shown) {
    if (!Files.isRegularFile(file)) {
      throw UserErrors.ofMandate(Finding.of("mandate-file-missing").with("file", shown));
    }
    return read(YamlFile.read(file, shown), shown);
  }

  /**
   * Returns the mandate that a mapping holds.
   *
   * @param shown what errors call the place
   */
  public static Mandate read(Section section, String shown) {
    MandateDraft draft = MandateDraft.of(key -> section.text(key, ""));
    Set<Mandate.Permission> permits = permits(section);
    section.done();
    return draft.finish(shown, permits);
  }

  /** Permissions are words with a comma between two. */
  private static Set<Mandate.Permission> permits(Section section) {
    Set<Mandate.Permission> permits = EnumSet.noneOf(Mandate.Permission.class);
    String written = section.text("permits", "");
    for (String word : written.split(",", -1)) {
      if (!word.isBlank()) {
        permits.add(
            Arrays.stream(Mandate.Permission.values())
                .filter(permission -> permission.label().equals(word.strip()))
                .findFirst()
                .orElseThrow(
                    () -> section.must("permits", "be " + known(), TextNode.valueOf(written))));
      }
    }
    return permits;
  }

  private static String known() {
    return labels(List.of(Mandate.Permission.values()));
  }

  private static String labels(Collection<Mandate.Permission> permissions) {
    return permissions.stream()
        .sorted()
        .map(Mandate.Permission::label)
        .collect(Collectors.joining(", "));
  }

  /** Writes a mandate so that {@link #read} returns an equal one. */
  public static void write(Path file, Mandate mandate) throws IOException {
    Files.writeString(file, yaml(mandate));
  }

  static String yaml(Mandate mandate) {
    return """
    # The mandate under which this workspace collects, searches and exports (Directive (EU)
    # 2016/680, Art. 4 and 8). It is named in the audit log and on each advert that it brings in.
    authority: %s
    legal-basis: %s
    purpose: %s
    case: %s
    approved-by: %s
    # A day (the mandate holds until it ends, UTC) or the first instant at which it no longer holds.
    valid-until: %s
    # What it allows beside text: image-hashes, the SHA-256 of the pictures of adverts; pictures,
    # what is written in them and their perceptual hashes. With both: "image-hashes, pictures".
    permits: %s
    """
        .formatted(
            quoted(mandate.authority()),
            quoted(mandate.legalBasis()),
            quoted(mandate.purpose()),
            quoted(mandate.caseId()),
            quoted(mandate.approvedBy()),
            quoted(mandate.validUntil().toString()),
            quoted(labels(mandate.permits())));
  }

  /** A JSON string is a YAML string too. */
  private static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every text can be written as JSON", e);
    }
  }
}
