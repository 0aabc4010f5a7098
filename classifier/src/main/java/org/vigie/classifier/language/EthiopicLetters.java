package org.vigie.classifier.language;

/**
 * Tells Tigrinya from Amharic by how much oftener one of them writes each letter.
 *
 * <p>A weight is the logarithm of the ratio of a letter's frequencies, rounded and cut at 3,
 * counted on every other line of the language samples; the lines between them measure it.
 */
final class EthiopicLetters {
  private static final String TIGRINYA_3 = "ሒሓቐቒቓቕቖቘቛኡኣኰኵኸኹኺኻኼኽዀዃዅዒዪጐጕጺ";

  private static final String TIGRINYA_2 = "ሑሕቈቋቲኪኾዉዑዕዝዩጢጸጹ";

  private static final String TIGRINYA_1 = "ሂሃህሙምቢብኢኦኩኬዐዓዖዘዚዞይጻጽጾ";

  private static final String AMHARIC_1 = "ሏሜሞሪሬሱሲሸሺሻቀቅበቨኒኖኚኛውዢያዬጀጂጃጅገጉጊጋጎጓጠጡጤጨጩጭጰጳ" + "ፄፅፎፐፕ";

  private static final String AMHARIC_2 = "ሁሆሚሟሦሯሴሷሹቄቆቧቬቴኅኗየዴጁጣጦጪጵፆፏፓፖ";

  private static final String AMHARIC_3 = "ሀሄሌሔሠሣሥቷቸቹቻችኃኋኔኘኙኝኞአዥጄጆፀፃፌፒፔ";

  private EthiopicLetters() {}

  static String language(CharSequence text) {
    int tigrinya = 0;
    for (int i = 0; i < text.length(); i++) {
      tigrinya += weight(text.charAt(i));
    }
    return tigrinya > 0 ? "ti" : "am";
  }

  private static int weight(char c) {
    int towards = weight(c, TIGRINYA_3, TIGRINYA_2, TIGRINYA_1);
    return towards > 0 ? towards : -weight(c, AMHARIC_3, AMHARIC_2, AMHARIC_1);
  }

  private static int weight(char c, String three, String two, String one) {
    if (three.indexOf(c) >= 0) {
      return 3;
    }
    if (two.indexOf(c) >= 0) {
      return 2;
    }
    return one.indexOf(c) >= 0 ? 1 : 0;
  }
}
