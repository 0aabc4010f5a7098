package org.vigie.cli.command.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Contact;
import org.vigie.classifier.AdvertAssessor;

/**
 * The keys of the contacts in a text as typed, read by the classifier, which is loaded when first
 * needed: most workspaces watch none.
 */
public final class ContactKeysIn implements Function<String, List<String>> {
  private final Path models;
  private @Nullable AdvertAssessor assessor;

  public ContactKeysIn(Path models) {
    this.models = models;
  }

  @Override
  public List<String> apply(String text) {
    if (isKey(text)) {
      return List.of(text);
    }
    try {
      AdvertAssessor loaded = assessor == null ? AdvertAssessor.load(models) : assessor;
      assessor = loaded;
      return loaded.contactsIn(text, "").stream().map(Contact::key).distinct().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A key such as {@code phone:+33639980001} is what other commands print. */
  private static boolean isKey(String text) {
    try {
      Contact.typeOf(text);
      return text.indexOf(' ') < 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
