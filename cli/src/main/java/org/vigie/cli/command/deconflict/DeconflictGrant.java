package org.vigie.cli.command.deconflict;

import org.vigie.casework.ExportRequest;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.joint.LetterGrant;
import org.vigie.exchange.deconflict.DeconflictRequest;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;

/** The second person's grant that a request of deconfliction needs. */
final class DeconflictGrant {
  private final LetterGrant grant;

  DeconflictGrant(Workspace workspace, Environment environment) {
    this.grant = new LetterGrant(workspace, environment, "deconflict");
  }

  /** Asks for it, unless it was asked for and nobody has decided yet; returns its number. */
  long ask(DeconflictRequest asked, String partner) {
    return grant.ask(
        wordsOf(asked),
        partner,
        "asks blindly which of up to %,d contacts we hold; its mandate %s; to be answered until %s"
            .formatted(asked.count(), SafeText.line(asked.mandate()), asked.expires()));
  }

  /**
   * Returns the grant of a number.
   *
   * @throws org.vigie.files.failure.UserError if nobody gave it within a day, or it is of something
   *     else
   */
  ExportRequest require(DeconflictRequest asked, long number) {
    return grant.require(wordsOf(asked), number, "request " + asked.id());
  }

  /** What finds no advert, and names one request. */
  private static String wordsOf(DeconflictRequest asked) {
    return "\"deconfliction request " + asked.hash().substring("sha256:".length()) + "\"";
  }
}
