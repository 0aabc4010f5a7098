package org.vigie.classifier.quantity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.advert.Age;
import org.vigie.advert.Contact;
import org.vigie.advert.Entities;
import org.vigie.advert.Price;
import org.vigie.advert.Span;
import org.vigie.advert.WorkingHours;
import org.vigie.classifier.image.ModelImage;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/** Finds the prices, ages and working hours that a text names, in one pass over its words. */
public final class QuantityFinder {
  private final QuantityWords vocabulary;

  private QuantityFinder(QuantityWords vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Reads {@code quantity-words.yaml} and the number words of the models folder. */
  public static QuantityFinder load(Path models) throws IOException {
    return load(models, ModelImage.none());
  }

  /** Reads the same, by way of an image. */
  public static QuantityFinder load(Path models, ModelImage image) throws IOException {
    return new QuantityFinder(
        image.part(
            QuantityWords.FILE,
            QuantityWords::write,
            QuantityWords::read,
            () -> QuantityWords.load(models)));
  }

  /**
   * What was found, each list in order of appearance.
   *
   * @param prices amounts of money
   * @param ages ages
   * @param workingHours how long or when is worked
   */
  public record Quantities(List<Price> prices, List<Age> ages, List<WorkingHours> workingHours) {
    public Quantities {
      prices = List.copyOf(prices);
      ages = List.copyOf(ages);
      workingHours = List.copyOf(workingHours);
    }

    /** Returns the same, of a text that was not read for places and names. */
    public Entities alone() {
      return new Entities(prices, ages, workingHours, List.of(), List.of());
    }
  }

  /**
   * Returns what a text names outside its contacts.
   *
   * @param words the words of {@code text}
   * @param language ISO 639-1 code of the text, or anything else if it is unknown
   * @param country ISO 3166-1 alpha-2 code of where it was published, or empty: tells which dollar
   *     is meant
   * @param contacts contacts in order of appearance, whose digits count nothing
   */
  public Quantities find(
      NormalizedText text,
      List<Word> words,
      String language,
      String country,
      List<Contact> contacts) {
    return find(text, words, language, codes -> country, contacts);
  }

  /**
   * Returns what a text names outside its contacts.
   *
   * @param words the words of {@code text}
   * @param language ISO 639-1 code of the text, or anything else if it is unknown
   * @param country the same as above, asked for where money may be of several countries
   * @param contacts contacts in order of appearance, whose digits count nothing
   */
  public Quantities find(
      NormalizedText text,
      List<Word> words,
      String language,
      MoneyCountry country,
      List<Contact> contacts) {
    return reading(text, words, language).find(country, contacts);
  }

  /**
   * Returns a text with its amounts read, to be asked for what they are once and again.
   *
   * @param words the words of {@code text}
   * @param language ISO 639-1 code of the text, or anything else if it is unknown
   */
  public Reading reading(NormalizedText text, List<Word> words, String language) {
    return new Reading(QuantityText.of(text, words, vocabulary, language), vocabulary.currencies());
  }

  /** A text whose amounts are read. */
  public static final class Reading {
    private final QuantityText text;
    private final Currencies currencies;
    private final List<Amount> amounts;

    private Reading(QuantityText text, Currencies currencies) {
      this.text = text;
      this.currencies = currencies;
      this.amounts = List.copyOf(new UntoldNumbers(text).added(new AmountReader(text).read()));
    }

    /**
     * Returns the amounts of money, whatever is a contact.
     *
     * @param country ISO 3166-1 alpha-2 code of where it was published, or empty
     */
    public List<Price> prices(String country) {
      return new PriceFinder(text, currencies, codes -> country, amounts).find();
    }

    /**
     * Returns what the text names outside its contacts.
     *
     * @param country the same, asked for where money may be of several countries
     * @param contacts contacts in order of appearance, whose digits count nothing
     */
    public Quantities find(MoneyCountry country, List<Contact> contacts) {
      List<Amount> counted = outside(contacts, text, amounts);
      List<WorkingHours> all = new ArrayList<>(new WorkingHoursFinder(text, counted).find());
      all.addAll(new TimeOfDayFinder(text).find());
      all.sort(Comparator.comparingInt(found -> found.span().start()));
      return new Quantities(
          new PriceFinder(text, currencies, country, counted).find(),
          new AgeFinder(text, counted).find(),
          all);
    }
  }

  private static List<Amount> outside(
      List<Contact> contacts, QuantityText text, List<Amount> amounts) {
    List<Amount> outside = new ArrayList<>(amounts.size());
    int contact = 0;
    for (Amount amount : amounts) {
      Span span = text.span(amount.start(), amount.end());
      while (contact < contacts.size() && contacts.get(contact).span().end() <= span.start()) {
        contact++;
      }
      if (contact == contacts.size() || !contacts.get(contact).span().overlaps(span)) {
        outside.add(amount);
      }
    }
    return outside;
  }
}
