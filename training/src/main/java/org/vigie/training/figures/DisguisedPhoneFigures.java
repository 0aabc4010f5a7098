package org.vigie.training.figures;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.text.NormalizedText;

/** Numbers kept for fiction, disguised in each way in each language, beside what is no phone. */
final class DisguisedPhoneFigures implements FigureSource {
  private static final FigureTarget F1 = FigureTarget.atLeast(0.97);
  private static final long SEED = 20_261_124L;

  private static final int NUMBERS_EACH = 3;

  /**
   * Language → a sentence before the phone, and the words for 0 to 9. The sentences hold an amount,
   * a date or an age each.
   */
  static final Map<String, String> LANGUAGES =
      Map.ofEntries(
          Map.entry(
              "en",
              "Work for 1200 euro from 12.05.2027, write to|zero one two three four five six seven eight nine"),
          Map.entry(
              "fr",
              "Travail à 1200 euros dès le 12/05/2027, écrire au|zéro un deux trois quatre cinq six sept huit neuf"),
          Map.entry(
              "de",
              "Arbeit für 1200 Euro ab 12.05.2027, Kontakt|null eins zwei drei vier fünf sechs sieben acht neun"),
          Map.entry(
              "es",
              "Trabajo por 1200 euros desde 12/05/2027, contacto|cero uno dos tres cuatro cinco seis siete ocho nueve"),
          Map.entry(
              "it",
              "Lavoro a 1200 euro dal 12/05/2027, contatto|zero uno due tre quattro cinque sei sette otto nove"),
          Map.entry(
              "nl",
              "Werk voor 1200 euro vanaf 12-05-2027, contact|nul een twee drie vier vijf zes zeven acht negen"),
          Map.entry(
              "pl",
              "Praca za 1200 euro od 12.05.2027, kontakt|zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć"),
          Map.entry(
              "pt",
              "Trabalho por 1200 euros desde 12/05/2027, contacto|zero um dois três quatro cinco seis sete oito nove"),
          Map.entry(
              "ro",
              "Lucru la 1200 euro din 12.05.2027, contact|zero unu doi trei patru cinci șase șapte opt nouă"),
          Map.entry(
              "bg",
              "Работа за 1200 евро от 12.05.2027, контакт|нула едно две три четири пет шест седем осем девет"),
          Map.entry(
              "hu",
              "Munka 1200 euro ettől 12.05.2027, kapcsolat|nulla egy kettő három négy öt hat hét nyolc kilenc"),
          Map.entry(
              "cs",
              "Práce za 1200 euro od 12.05.2027, kontakt|nula jedna dva tři čtyři pět šest sedm osm devět"),
          Map.entry(
              "el",
              "Εργασία για 1200 € από 12/05/2027, επαφή|μηδέν ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα"),
          Map.entry(
              "sq",
              "Punë për 1200 euro nga 12.05.2027, kontakt|zero një dy tre katër pesë gjashtë shtatë tetë nëntë"),
          Map.entry(
              "sr",
              "Посао за 1200 евро од 12.05.2027, контакт|нула један два три четири пет шест седам осам девет"),
          Map.entry(
              "uk",
              "Робота за 1200 євро від 12.05.2027, контакт|нуль один два три чотири п'ять шість сім вісім дев'ять"),
          Map.entry(
              "ru",
              "Работа за 1200 евро с 12.05.2027, контакт|ноль один два три четыре пять шесть семь восемь девять"),
          Map.entry(
              "tr",
              "İş 1200 euro 12.05.2027 tarihinden, iletişim|sıfır bir iki üç dört beş altı yedi sekiz dokuz"),
          Map.entry(
              "ar",
              "عمل مقابل 1200 € من 12/05/2027 راسلنا|صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة"));

  @Override
  public List<Figure> measure(Places places) throws IOException {
    ContactFinder finder = ContactFinder.load(places.models());
    Map<String, BiFunction<String, List<String>, String>> disguises = PhoneDisguises.all();
    Random random = new Random(SEED);
    MatchCounts matches = new MatchCounts();
    for (String sentence : new TreeMap<>(LANGUAGES).values()) {
      String[] parts = sentence.split("\\|", 2);
      List<String> digitWords = List.of(parts[1].split(" "));
      for (var disguise : disguises.values()) {
        for (int i = 0; i < NUMBERS_EACH; i++) {
          Phone phone = Phone.random(random);
          String text = parts[0] + ": " + disguise.apply(phone.dialled(), digitWords) + ".";
          matches.add(List.of(phone.e164()), phones(finder, text, phone.region()));
        }
      }
    }
    String remark =
        "%s; %d ways in %d languages, seed %d"
            .formatted(matches.inWords(), disguises.size(), LANGUAGES.size(), SEED);
    return List.of(Figure.measured("disguised phones", "F1", F1, matches.f1(), remark));
  }

  private static List<String> phones(ContactFinder finder, String text, String region) {
    return finder.find(NormalizedText.of(text), region, "").stream()
        .filter(contact -> contact.type() == ContactType.PHONE)
        .map(Contact::value)
        .toList();
  }

  /** A number kept for fiction, as dialled from home or from abroad. */
  private record Phone(String dialled, String region, String e164) {
    static Phone random(Random random) {
      int tail = random.nextInt(1000);
      return switch (random.nextInt(4)) {
        case 0 -> of("0", "7700900%03d".formatted(tail), "GB", "44");
        case 1 -> of("0", "639980%03d".formatted(tail), "FR", "33");
        case 2 -> of("0044", "7700900%03d".formatted(tail), "", "44");
        default -> of("0", "20912%04d".formatted(tail), "IE", "353");
      };
    }

    private static Phone of(String prefix, String national, String region, String code) {
      return new Phone(prefix + national, region, "+" + code + national);
    }
  }
}
