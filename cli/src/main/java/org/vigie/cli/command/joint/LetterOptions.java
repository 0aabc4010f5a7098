package org.vigie.cli.command.joint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.vigie.casework.JointLetters;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.joint.LetterBox;
import org.vigie.cli.command.custody.EvidenceKeyOption;
import org.vigie.cli.command.read.Reading;
import org.vigie.exchange.bag.SignerKey;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.bag.SigningKeyRotation;
import org.vigie.exchange.joint.Letter;
import org.vigie.exchange.joint.LetterBag;
import org.vigie.exchange.marking.Tlp;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Mixin;

/** The options that commands about letters share, and what they look up first. */
final class LetterOptions {
  /** Says what {@code --out} is. */
  static final String OUT =
      "A file that doesn't exist yet; one that ends with .eml is a mail with the letter attached";

  private static final int ID_BYTES = 16;

  @Mixin private EvidenceKeyOption keyOption = new EvidenceKeyOption();

  @Mixin private Reading reading = new Reading();

  Reading reading() {
    return reading;
  }

  Workspace workspace(Environment environment) {
    return reading.workspace(environment);
  }

  SigningKey key(Environment environment) throws IOException {
    return SigningKey.read(keyOption.file(environment, workspace(environment)));
  }

  /** Returns the fingerprints of our keys, the one that signs now first. */
  List<String> ourKeys(Environment environment) throws IOException {
    List<String> keys = new ArrayList<>(List.of(key(environment).signer().fingerprint()));
    Path file = keyOption.file(environment, workspace(environment));
    for (SignerKey former : new SigningKeyRotation(file).former()) {
      keys.add(former.fingerprint());
    }
    return keys;
  }

  DeconflictFile partners(Environment environment) {
    return DeconflictFile.read(workspace(environment).root());
  }

  /** Returns the partner of a letter that is in the workspace. */
  DeconflictFile.Partner partner(Environment environment, JointLetters.Entry entry) {
    return partners(environment)
        .ofKey(entry.parties().partner())
        .orElseThrow(() ->
            UserError.ofInput(
                "deconflict.yaml must name the partner of key %s, but doesn't any more"
                    .formatted(entry.parties().partner())));
  }

  JointLetters letters(Environment environment) {
    return new JointLetters(workspace(environment).database(), environment.clock());
  }

  /** Returns a letter that is in the workspace. */
  JointLetters.Entry entry(Environment environment, String id) {
    return letters(environment)
        .find(id)
        .orElseThrow(() ->
            UserError.ofInput(
                "'%s' must be a letter that was sent or opened here, but isn't; type ./vigie request show"
                    .formatted(SafeText.line(id))));
  }

  /** Returns a letter that was opened here and must still be kept. */
  LetterBag kept(Environment environment, JointLetters.Entry entry) throws IOException {
    Path folder = new LetterBox(workspace(environment).root()).opened(entry.heading().id());
    if (!Files.exists(folder)) {
      throw UserError.ofInput(
          "letter %s must still be kept here, but went with what was erased"
              .formatted(entry.heading().id()));
    }
    return LetterBag.read(folder);
  }

  static String freshId() {
    byte[] bytes = new byte[ID_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  static Path absent(Environment environment, String word) {
    Path file = environment.path(word);
    if (Files.exists(file)) {
      throw UserError.ofUsage("--out must be a file that doesn't exist yet, but it is there");
    }
    return file;
  }

  static Tlp marking(String word) {
    try {
      return Tlp.parse(word);
    } catch (IllegalArgumentException e) {
      throw UserError.ofUsage("--tlp: " + e.getMessage());
    }
  }

  static String text(String option, String text) {
    if (text.isBlank() || text.length() > Letter.LONGEST) {
      throw UserError.ofUsage(
          "%s must be a text of at most %d characters, but is empty or longer"
              .formatted(option, Letter.LONGEST));
    }
    return text.strip();
  }
}
