package org.vigie.cli.command.read;

import java.io.IOException;
import java.util.List;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.evidence.CaseContents;
import org.vigie.casework.evidence.PackageMaker;
import org.vigie.exchange.partner.PartnerFormat;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Option;

/** The option that names what a MISP event is of, so that it stays one event as adverts come. */
final class AboutOption {
  @Option(
      names = "--about",
      paramLabel = "ID",
      description =
          "For MISP: the case, alert or cluster whose event it is; sent again with more adverts, it"
              + " stays the same event. Default: an event of exactly these adverts")
  private String id = "";

  /**
   * @throws UserError if it is given for a format that has no events
   */
  void requireFits(boolean isMisp) {
    if (!id.isEmpty() && !isMisp) {
      throw UserError.ofUsage(
          "--about must stand beside %s, which alone has events, but stands beside another format"
              .formatted(PartnerFormat.MISP.label()));
    }
  }

  /** Returns what a log says of it; empty if nothing is named. */
  String logged() {
    return id.isEmpty() ? "" : "about " + SafeText.line(id);
  }

  /**
   * Returns what the event is named by; empty if nothing is named.
   *
   * @throws UserError if a case is of others, or nothing here has that id
   */
  String name(Reading.Opened opened, Environment environment) throws IOException {
    if (id.isEmpty()) {
      return "";
    }
    String account = opened.settings().custody().disclosure().accountOf(environment.person());
    CaseContents contents = new CaseContents(opened.workspace().database(), environment.clock());
    if (!CaseContents.isCase(id) && PackageMaker.shown(opened.index(), List.of(id)).isEmpty()) {
      throw UserError.ofInput(
          "--about must be a case, alert or cluster here, but this isn't: " + SafeText.line(id));
    }
    return contents.nameForPartners(id, account);
  }
}
