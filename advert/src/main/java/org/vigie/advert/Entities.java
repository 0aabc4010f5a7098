package org.vigie.advert;

import java.util.List;

/**
 * What an advert's text names beside contacts, each list in order of appearance.
 *
 * @param prices amounts of money
 * @param ages ages
 * @param workingHours how long or when is worked
 * @param places towns
 * @param names persons' names and aliases
 * @param unplacedNumbers digits of numbers that are spelled in words and are no phone of a country
 *     that the text tells; none if an earlier release wrote it
 */
public record Entities(
    List<Price> prices,
    List<Age> ages,
    List<WorkingHours> workingHours,
    List<Place> places,
    List<PersonName> names,
    List<String> unplacedNumbers) {
  public Entities {
    prices = List.copyOf(prices);
    ages = List.copyOf(ages);
    workingHours = List.copyOf(workingHours);
    places = List.copyOf(places);
    names = List.copyOf(names);
    unplacedNumbers = unplacedNumbers == null ? List.of() : List.copyOf(unplacedNumbers);
  }

  /** What a text names that spells no number which is no phone. */
  public Entities(
      List<Price> prices,
      List<Age> ages,
      List<WorkingHours> workingHours,
      List<Place> places,
      List<PersonName> names) {
    this(prices, ages, workingHours, places, names, List.of());
  }

  /** Returns the same with other names. */
  public Entities withNames(List<PersonName> others) {
    return new Entities(prices, ages, workingHours, places, others, unplacedNumbers);
  }

  /** Returns those of a text that names none. */
  public static Entities none() {
    return new Entities(List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
