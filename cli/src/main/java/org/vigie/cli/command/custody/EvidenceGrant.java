package org.vigie.cli.command.custody;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.evidence.CaseContents;
import org.vigie.casework.evidence.PackageMaker;
import org.vigie.casework.joint.LetterGrant;
import org.vigie.cli.command.read.Reading;
import org.vigie.cli.terminal.ShellWord;
import org.vigie.files.failure.UserError;
import org.vigie.search.AdvertIndex;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.part.Grounds;

/** Asks for the grant of a second person that an evidence package rests on. */
final class EvidenceGrant {
  /** By which the page of exports shows what is asked for: as adverts. */
  private static final String FORMAT = "jsonl";

  private final Environment environment;

  EvidenceGrant(Environment environment) {
    this.environment = environment;
  }

  /**
   * Asks for the adverts that ids stand for, unless that waits already, and says what to type once
   * it is granted.
   *
   * @param ids of adverts, clusters, alerts and cases
   * @throws UserError if there are none of an id, too many in all, or a case is of others
   */
  void ask(Reading reading, Reading.Opened opened, List<String> ids, String recipient, String why)
      throws IOException {
    String account = opened.settings().custody().disclosure().accountOf(environment.person());
    CaseContents.Opened named =
        new CaseContents(opened.workspace().database(), environment.clock()).opened(ids, account);
    requireShown(opened.index(), named.named());
    List<String> all =
        Stream.concat(named.named().stream(), named.held().stream()).distinct().toList();
    String query = PackageMaker.query(opened.index(), all);
    int adverts = opened.index().advertIds(query).size();
    if (adverts > PackageMaker.MOST) {
      throw UserError.ofInput(
          "a package may hold %d adverts, but these are %d; name fewer"
              .formatted(PackageMaker.MOST, adverts));
    }
    long number =
        new LetterGrant(opened.workspace(), environment, FORMAT).ask(query, recipient, why);
    environment
        .out()
        .printf(
            "A reviewer has to grant export %d (%s) on the page of exports. Then type, within 24"
                + " hours:%n  ./vigie evidence %s --granted %d --to %s%s --out package%n",
            number,
            Words.count(adverts, "advert", "adverts"),
            String.join(" ", ids),
            number,
            ShellWord.quoted(recipient),
            reading.workspaceRepeated());
  }

  /**
   * Holds what is asked to the bounds of the page of exports: others must be able to follow it.
   *
   * @throws UserError if the recipient is too long or the grounds are too short
   */
  static void requireGrounds(String recipient, String why) {
    if (recipient.length() > ExportRequest.LONGEST_RECIPIENT) {
      throw UserError.ofUsage(
          "--to must be a text of at most %d characters, but is longer"
              .formatted(ExportRequest.LONGEST_RECIPIENT));
    }
    if (why.length() < Grounds.SHORTEST) {
      throw UserError.ofUsage(
          "--why must be a text of at least %d characters, so that others can follow it, but is shorter"
              .formatted(Grounds.SHORTEST));
    }
  }

  /** What cases hold may have gone since; what somebody typed is a slip if it isn't there. */
  private static void requireShown(AdvertIndex index, List<String> typed) throws IOException {
    List<String> unknown = new ArrayList<>(typed);
    unknown.removeAll(PackageMaker.shown(index, typed));
    if (!unknown.isEmpty()) {
      throw UserError.ofInput(
          "what is named must be adverts, clusters, alerts or cases of adverts here, but these aren't: "
              + SafeText.line(String.join(", ", unknown)));
    }
  }
}
