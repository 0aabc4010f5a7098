package org.vigie.capture.extract.offer;

import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.LabelledParts.Part;
import org.vigie.capture.extract.content.MemberLinks;

/** Signs by which a short text is known to say who or where: icons, addresses, forms of firms. */
final class WhoSigns {
  private static final Pattern PERSON_ICON =
      Pattern.compile(
          "(?i)(?:^|[^a-z])(?:user|users|person|people|account|profile|author|man|seller)(?:$|[^a-z])");
  private static final Pattern FIRM_ICON =
      Pattern.compile(
          "(?i)(?:^|[^a-z])(?:building|company|briefcase|business|apartment|industry|office|employer|firm|suitcase)");
  private static final Pattern PLACE_ICON =
      Pattern.compile(
          "(?i)(?:^|[^a-z])(?:geo|map|pin|location|marker|place|lokacija|mapmarker)(?:$|[^a-z])");

  private static final Pattern FIRM_LINK =
      Pattern.compile(
          "(?i)/(?:company|companies|employers?|firma|firmy|firm|entreprises?|empresas?|azienda|aziende|agency"
              + "|agencies|recruiters?|shop|shops|cmp|organi[sz]ations?|careers|societe|unternehmen|firme|kompanija"
              + "|werkgever|pracodawca|company-\\w{1,20})(?:[/?.]|$)|[?&](?:client|company|employer|firm|cid)=");

  /** Legal forms of firms, and what sites write where somebody is no firm. */
  private static final Pattern FIRM =
      Pattern.compile(
          String.join(
              "|",
              "(?:^|[\\s,(«\"])(?:Ltd|Limited|LLC|L\\.L\\.C|Inc|Corp|PLC|LLP|Pvt|GmbH|AG|UG|KG|e\\.K|OHG|SARL|SAS|SASU|EURL|S\\.A\\.S"
                  + "|S\\.A|S\\.L|SL|S\\.L\\.U|SLU|Lda|Ltda|S\\.R\\.L|SRL|S\\.r\\.l|SpA|S\\.p\\.A|B\\.V|BV|N\\.V|VOF|Sp\\. z o\\.?o|s\\.r\\.o"
                  + "|a\\.s|d\\.o\\.o|j\\.d\\.o\\.o|Kft|Bt|Zrt|Nyrt|AB|ApS|A/S|AS|Oy|Oyj|UAB|SIA|OÜ|EOOD|OOD|Ltd\\. Şti|A\\.Ş|Şti"
                  + "|Sdn Bhd|Bhd|PT|CV|Co|Sh\\.p\\.k|SHPK)\\.?(?:$|[\\s,)»\"])",
              "(?:^|[\\s,(«\"])(?:ООО|ОАО|ЗАО|АО|ПАО|ИП|ТОО|ОсОО|ЧП|ФОП|ТОВ|КФХ|ЕООД|ООД|ЕТ|АД|ДОО|შპს|სს|ՍՊԸ|ԱՁ|MMC|ХХК|ООД)(?:$|[\\s,)»\"«])",
              "有限公司|股份|株式会社|合同会社|\\(주\\)|주식회사|บริษัท|Công ty|CÔNG TY|شركة|مؤسسة|شرکت|חברת|בע\"מ|बहु|प्रा\\. लि",
              "(?iu)частное лицо|физическое лицо|приватна особа|^个人$|^個人$|particulier|privatperson|private seller|^privat$|^osoba prywatna$|^particular$"));

  private static final Pattern SAID_BY =
      Pattern.compile(
          "(?iu)^(?:(?:posted by|added by|by|publicado por|publié par|autor|author|автор|company|employer|firma|компания"
              + "|seller|advertiser|via)\\s?[:：]?|(?:von|par|por|от|od|da|di|av|af|door)\\s?[:：])\\s+(?=\\p{L})");

  /** Small words that a surname may begin with, too: "Da Silva", "von Berg". */
  private static final Pattern SMALL =
      Pattern.compile("(?iu)^(?:von|par|por|от|od|da|di|av|af|door)\\s+(?=\\p{L})");

  private static final int MAX_SIGN = 120;

  private WhoSigns() {}

  /** Returns what an icon announces, or null. */
  static @Nullable Part ofIcon(@Nullable Element icon) {
    if (icon == null) {
      return null;
    }
    StringBuilder signs = new StringBuilder();
    Element inner = icon.firstElementChild();
    for (Element e = icon; e != null; e = e == icon ? inner : null) {
      for (Attribute attribute : e.attributes()) {
        String value = attribute.getValue();
        boolean names = !attribute.getKey().equals("style") && value.length() <= MAX_SIGN;
        signs.append(names ? value : "").append(' ');
      }
    }
    return PLACE_ICON.matcher(signs).find()
        ? Part.PLACE
        : FIRM_ICON.matcher(signs).find()
            ? Part.EMPLOYER
            : PERSON_ICON.matcher(signs).find() ? Part.AUTHOR : null;
  }

  /** Returns whose page a text leads to, or null. */
  static @Nullable Part ofLink(Element holder, Element item) {
    for (Element e = holder; e != null && e != item; e = e.parent()) {
      if (e.normalName().equals("a")) {
        String address = e.attr("href");
        return FIRM_LINK.matcher(address).find()
            ? Part.EMPLOYER
            : MemberLinks.isMember(address) ? Part.AUTHOR : null;
      }
    }
    return null;
  }

  /** Returns whether a text is what a firm is called, or says that somebody is none. */
  static boolean isFirm(String text) {
    return FIRM.matcher(text).find();
  }

  /** Returns whether a name begins with a small word that may announce it or be part of it. */
  static boolean isSaidOf(String text) {
    return SMALL.matcher(text).find();
  }

  /**
   * Returns a name without the word that announces it.
   *
   * @param all whether each name of its column begins with such a small word, which then is none of
   *     the name
   */
  static String bare(String text, boolean all) {
    Pattern said = all ? SMALL : SAID_BY;
    return said.matcher(text).replaceFirst("");
  }
}
