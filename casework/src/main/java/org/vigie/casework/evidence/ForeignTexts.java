package org.vigie.casework.evidence;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.advert.AssessedAdvert;
import org.vigie.casework.config.Settings;
import org.vigie.casework.meaning.Glosses;
import org.vigie.casework.meaning.Translation;
import org.vigie.casework.meaning.Translations;
import org.vigie.casework.meaning.Translators;
import org.vigie.exchange.evidence.Dossier;
import org.vigie.exchange.evidence.EvidenceItem;
import org.vigie.exchange.evidence.ForeignText;
import org.vigie.pipeline.workspace.Workspace;

/** The maker of what a reader gets beside the foreign adverts of a package: machine-made, all. */
public final class ForeignTexts {
  /**
   * Whoever waits for a package doesn't wait longer for translations of its hundreds of adverts.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Glosses glosses;
  private final Translations translations;
  private final Locale reader;
  private final Clock clock;

  /**
   * @param translations who translates, as the settings say; it may be nobody
   * @param reader whose language the report is in
   */
  public ForeignTexts(Glosses glosses, Translations translations, Locale reader, Clock clock) {
    this.glosses = glosses;
    this.translations = translations;
    this.reader = reader;
    this.clock = clock;
  }

  /** Returns what makes them in a workspace, as its settings say. */
  public static ForeignTexts of(Workspace workspace, Settings settings, Locale reader, Clock clock)
      throws IOException {
    Glosses glosses = new Glosses(settings.run().models());
    return new ForeignTexts(glosses, Translators.of(workspace, settings), reader, clock);
  }

  /**
   * Returns a dossier with a gloss and, if somebody makes them, a translation of each advert that
   * isn't in the reader's language. A translator that fails isn't asked again.
   */
  public Dossier addTo(Dossier dossier) {
    Instant last = clock.instant().plus(PATIENCE);
    boolean isAsked = true;
    List<EvidenceItem> items = new ArrayList<>();
    for (EvidenceItem item : dossier.items()) {
      AssessedAdvert advert = item.advert();
      isAsked &= clock.instant().isBefore(last);
      Optional<Translation> made =
          isAsked ? translations.of(advert, reader) : translations.none(advert, reader);
      isAsked &= made.map(each -> !each.failed()).orElse(true);
      items.add(
          item.with(new ForeignText(gloss(advert), made.map(ForeignTexts::told).orElse(null))));
    }
    return dossier.withItems(items);
  }

  private List<ForeignText.Word> gloss(AssessedAdvert advert) {
    return glosses.of(advert, reader).stream()
        .map(word -> new ForeignText.Word(word.written(), word.romanised(), word.meanings()))
        .toList();
  }

  private static ForeignText.Translated told(Translation made) {
    return new ForeignText.Translated(made.text(), made.by(), made.whole());
  }
}
