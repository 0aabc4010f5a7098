package org.vigie.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.classifier.AdvertAssessor;

/**
 * The phone numbers in a text as typed, read by the classifier, which is loaded when first needed:
 * most searches name no number.
 */
final class PhonesIn implements Function<String, List<String>> {
  private final ApprovedModels approved;
  private final Path models;
  private @Nullable AdvertAssessor assessor;

  /**
   * @param approved those models that may be loaded
   * @param models the folder that they are read from
   */
  PhonesIn(ApprovedModels approved, Path models) {
    this.approved = approved;
    this.models = models;
  }

  @Override
  public synchronized List<String> apply(String text) {
    return assessor().contactsIn(text, "").stream()
        .filter(contact -> contact.type() == ContactType.PHONE)
        .map(Contact::value)
        .distinct()
        .toList();
  }

  private AdvertAssessor assessor() {
    AdvertAssessor loaded = assessor;
    if (loaded == null) {
      try {
        approved.require(models);
        loaded = AdvertAssessor.load(models);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      assessor = loaded;
    }
    return loaded;
  }
}
