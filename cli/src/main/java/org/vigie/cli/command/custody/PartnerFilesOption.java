package org.vigie.cli.command.custody;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.exchange.partner.PartnerFormat;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Option;

/** The option that adds files of partners' tools to a package. */
final class PartnerFilesOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Also hold its adverts in a format of export for partners, such as misp; may be repeated")
  private List<String> labels = List.of();

  /**
   * Returns the formats, each once.
   *
   * @throws UserError if a name is of none
   */
  List<PartnerFormat> formats() {
    Set<PartnerFormat> formats = new LinkedHashSet<>();
    for (String label : labels) {
      formats.add(
          PartnerFormat.named(label)
              .orElseThrow(() ->
                  UserError.ofUsage(
                      "--format must be one of %s, but was another"
                          .formatted(PartnerFormat.labels()))));
    }
    return List.copyOf(formats);
  }
}
