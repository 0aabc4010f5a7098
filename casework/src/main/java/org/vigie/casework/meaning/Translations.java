package org.vigie.casework.meaning;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.plugin.TranslatorPlugin;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;

/**
 * Translations of adverts that somebody opens, if the settings name who makes them. They are kept
 * in memory, the last of them, and nowhere else: no search takes them for what an advert says.
 */
public final class Translations {
  private static final Logger LOG = LoggerFactory.getLogger(Translations.class);

  /** More of one advert nobody waits for. */
  private static final int LONGEST = 5_000;

  private static final int KEPT = 100;

  /** Longest time that a page waits for those that are asked for before. */
  private static final long TURN_SECONDS = 10;

  private final @Nullable TranslatorPlugin translator;
  private final ReentrantLock asking = new ReentrantLock(true);
  private final Map<String, Translation> last =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Translation> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * @param translator who makes them; null for nobody
   */
  public Translations(@Nullable TranslatorPlugin translator) {
    this.translator = translator;
  }

  /** Returns that nobody makes any. */
  public static Translations none() {
    return new Translations(null);
  }

  /**
   * Returns the translation of an advert; nothing if nobody makes any, or it is in the reader's own
   * language or in none that is known.
   */
  public Optional<Translation> of(AssessedAdvert advert, Locale reader) {
    return translator == null || !isForeign(advert, reader)
        ? Optional.empty()
        : Optional.of(ask(translator, advert, advert.language(), reader.getLanguage()));
  }

  /**
   * Returns that none was made of an advert, which needs one; nothing if nobody makes any, or it
   * needs none.
   */
  public Optional<Translation> none(AssessedAdvert advert, Locale reader) {
    return translator == null || !isForeign(advert, reader)
        ? Optional.empty()
        : Optional.of(new Translation("", translator.name(), false));
  }

  private static boolean isForeign(AssessedAdvert advert, Locale reader) {
    String from = advert.language();
    boolean isKnown = from.matches("[a-z]{2,3}") && !from.equals("und");
    return isKnown && !from.equals(reader.getLanguage());
  }

  /** One is asked for at a time, and who reads another needn't wait for it for long. */
  private Translation ask(TranslatorPlugin asked, AssessedAdvert advert, String from, String to) {
    String key = advert.advert().id() + " " + to;
    Translation known = known(key);
    if (known != null) {
      return known;
    }
    boolean isFree = false;
    try {
      isFree = asking.tryLock(TURN_SECONDS, TimeUnit.SECONDS);
      if (isFree) {
        Translation meanwhile = known(key);
        return meanwhile == null ? made(asked, key, advert, from, to) : meanwhile;
      }
      LOG.warn("no translation is shown: another is still asked for");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("no translation is shown: asking for it was interrupted");
    } finally {
      if (isFree) {
        asking.unlock();
      }
    }
    return new Translation("", asked.name(), false);
  }

  private @Nullable Translation known(String key) {
    synchronized (last) {
      return last.get(key);
    }
  }

  private Translation made(
      TranslatorPlugin asked, String key, AssessedAdvert advert, String from, String to) {
    String text = advert.advert().text();
    String start = start(text);
    try {
      String said = asked.translate(start, from, to);
      Translation made =
          new Translation(
              plain(said, start.length()), asked.name(), start.length() == text.length());
      synchronized (last) {
        last.put(key, made);
      }
      return made;
    } catch (IOException e) {
      LOG.warn("no translation is shown: {}", e.getMessage());
      return new Translation("", asked.name(), false);
    }
  }

  private static String start(String text) {
    int end = Math.min(text.length(), LONGEST);
    boolean parts = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, parts ? end - 1 : end);
  }

  /**
   * What comes back was made of a criminal's words by a program of others: no markup, no address
   * that opens, nothing that hides, and no more than a translation has.
   */
  private static String plain(String said, int given) {
    String cut = said.strip();
    int most = 4 * given + 1_000;
    cut = cut.length() > most ? cut.substring(0, most) : cut;
    return SafeText.block(Defanged.text(cut.replace('<', '‹').replace('>', '›')));
  }
}
