package org.vigie.cli.command.option;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.intake.AdvertLines;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.Intake;

/** Adverts, one a line, that are looked at and kept nowhere. It says which lines are none. */
public final class LooseAdverts {
  private final Environment environment;
  private int unread;

  public LooseAdverts(Environment environment) {
    this.environment = environment;
  }

  /**
   * Hands on the adverts of a file.
   *
   * @param name what the file is called in messages
   * @param plain language of lines that are plain text; null if there must be none
   * @throws UserError if the file isn't text in UTF-8
   */
  public void read(Reader file, String name, @Nullable String plain, Consumer<Advert> adverts)
      throws IOException {
    try {
      readLines(new BufferedReader(file), name, plain, adverts);
    } catch (CharacterCodingException e) {
      throw UserError.ofInput(
          "%s must be text in UTF-8, an advert a line, but isn't; ./vigie run --input reads other files"
              .formatted(name));
    }
  }

  private void readLines(
      BufferedReader reader, String name, @Nullable String plain, Consumer<Advert> adverts)
      throws IOException {
    AdvertLines lines = new AdvertLines(input(name));
    long number = 0;
    long found = 0;
    @Nullable String line;
    while ((line = reader.readLine()) != null) {
      number++;
      String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
      if (text.isBlank()) {
        continue;
      }
      found++;
      if (plain == null || text.stripLeading().startsWith("{")) {
        handOn(lines.read(text, number), name + ":" + number, adverts);
      } else {
        adverts.accept(of(name, text, plain).sourceId(name + ":" + number).build());
      }
    }
    if (found == 0) {
      environment.err().println(name + ": holds no advert");
    }
  }

  /** Returns the advert that a plain text is. */
  public Advert.Builder of(String origin, String text, String language) {
    return Advert.builder(Channel.FILE, origin, environment.clock().instant())
        .body(text)
        .language(language);
  }

  /** Returns how a command ends that has read them. */
  public int exitCode() {
    return (unread == 0 ? Exit.OK : Exit.DEAD_LETTERS).code();
  }

  private InputManifest input(String name) {
    return new InputManifest(
        name,
        name,
        name,
        0,
        InputManifest.Layout.lines(name),
        new InputManifest.Acceptance("", environment.clock().instant()));
  }

  private void handOn(Intake intake, String place, Consumer<Advert> adverts) {
    if (intake.advert() != null) {
      adverts.accept(intake.advert());
    } else {
      unread++;
      String reason = intake.deadLetter() == null ? "no advert" : intake.deadLetter().reason();
      environment.err().println(place + ": not read: " + reason);
    }
  }
}
