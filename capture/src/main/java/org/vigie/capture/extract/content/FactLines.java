package org.vigie.capture.extract.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.vigie.capture.extract.markup.TextBlock;

/**
 * Lines of a short advert that say only what its other parts hold: its price, its place, when it
 * was posted, by whom and under which number, and the words that stand before these.
 */
public final class FactLines {
  /** Words before a value, without case and colon: price, day, place, kind, number, views. */
  private static final Set<String> LABELS =
      Set.copyOf(
          List.of(
              ("price|salary|rent|location|place|city|region|area|posted|posted on|published|date|updated|post id"
                      + "|category|type|ad id|posting id|id|views|by|from|author|details|listed"
                      + "|preis|ort|standort|datum|kategorie|anzeigennummer|veröffentlicht|aufrufe|miete"
                      + "|prix|lieu|ville|publié|publié le|catégorie|référence|annonce n°|vues|loyer"
                      + "|precio|ubicación|publicado|publicado el|categoría|fecha|referencia|visitas"
                      + "|preço|localização|categoria|código|visualizações|salario|salário|salaire|gehalt"
                      + "|prezzo|luogo|pubblicato|città|data|annuncio n|prijs|plaats|geplaatst|rubriek"
                      + "|cena|lokalizacja|miejsce|dodano|data dodania|kategoria|numer ogłoszenia"
                      + "|místo|lokalita|vloženo|zadáno|kategorie|číslo inzerátu|pridané|ár|hely|feladva"
                      + "|kategória|preț|localitate|adăugat|categorie|cijena|mjesto|objavljeno|kategorija"
                      + "|objavio|autor|szczegóły|opublikowano|цена|место|город|дата|размещено|опубликовано"
                      + "|категория|номер объявления|просмотры|адрес|ціна|місто|опубліковано|категорія"
                      + "|цена|град|публикувано|τιμή|περιοχή|ημερομηνία|fiyat|konum|ilan tarihi|ilan no"
                      + "|السعر|الموقع|المدينة|التاريخ|القسم|מחיר|מיקום|تاریخ|قیمت|pris|sted|publisert|plats"
                      + "|publicerad|dato|hinta|paikka|julkaistu|sijainti|hind|asukoht|kaina|vieta|miestas"
                      + "|harga|lokasi|tanggal|giá|địa điểm|ngày đăng|ราคา|สถานที่|价格|地点|时间|發佈時間|作者"
                      + "|標題|時間|看板|価格|場所|投稿日|가격|지역|작성일|작성자|cijena|indrykket|oppdatert")
                  .split("\\|")));

  /** Words above what an advert says. */
  private static final Set<String> HEADINGS =
      Set.copyOf(
          List.of(
              ("qr code link to this post|description|job description|about us|about me|about this job|about the job|about the role"
                      + "|about this property|details|the role|overview|beschreibung|stellenbeschreibung"
                      + "|objektbeschreibung|details zum inserat|über uns|description du poste|à propos"
                      + "|descripción|descripción del puesto|descripción del empleo|detalles|acerca de"
                      + "|sobre esta propiedad|descrição|descrição da vaga|sobre a vaga|descrizione|dettagli"
                      + "|omschrijving|beschrijving|opis|opis stanowiska|opis oferty|popis|popis pozice|leírás"
                      + "|descriere|opis oglasa|опис|описание|описание вакансии|опис вакансії|περιγραφή"
                      + "|açıklama|ilan açıklaması|الوصف|التفاصيل|תיאור|توضیحات|beskrivning|beskrivelse|om jobben"
                      + "|om jobbet|kuvaus|kirjeldus|aprašymas|apraksts|deskripsi|deskripsi pekerjaan|mô tả"
                      + "|mô tả công việc|รายละเอียด|描述|职位描述|詳細|仕事内容|상세설명|annonsetekst")
                  .split("\\|")));

  /** Longer lines have something of their own to say. */
  private static final int MAX_WORDS = 12;

  /** An advert has one price and perhaps its parts; a list of goods has more. */
  private static final int MAX_PRICES = 2;

  private static final int MAX_LABEL = 24;
  private static final int MAX_CHARS = 120;

  private static final int MAX_SEEN = 20_000;

  /** Words that must be left, else the facts are all that there is. */
  private static final int MIN_LEFT = 3;

  private final Set<String> facts = new HashSet<>();
  private int seen;

  private FactLines() {}

  /**
   * What is left of a text.
   *
   * @param text the text without its facts
   * @param price the first line among them that is a price, or empty
   * @param date the first that is a date, or empty
   */
  public record Left(String text, String price, String date) {}

  /**
   * Parts a text from lines that are such facts; leaves it whole if hardly more would be left.
   *
   * @param within where the text stands
   * @param title the advert's, which needn't be said again
   * @param dates tells whether a line is a date and no more
   */
  public static Left part(Element within, String text, String title, Predicate<String> dates) {
    if (text.lines().filter(PriceShape::isIn).count() > MAX_PRICES) {
      return new Left(text, "", "");
    }
    FactLines named = new FactLines();
    named.look(within);
    named.facts.addAll(PairLines.in(within));
    List<String> kept = new ArrayList<>();
    String price = "";
    String date = "";
    boolean value = false;
    for (String line : text.split("\n")) {
      String bare = line.strip();
      boolean label = isLabel(bare);
      boolean fact =
          label
              || HEADINGS.contains(bare.toLowerCase(Locale.ROOT))
              || (kept.isEmpty() && title.contains(bare) && bare.indexOf(' ') > 0)
              || (value && TextBlock.words(bare) <= MAX_WORDS)
              || named.isFact(bare, title, dates);
      if (!fact || ContactShape.isIn(bare)) {
        kept.add(line);
      } else {
        price = price.isEmpty() && PriceShape.isAlone(bare) ? bare : price;
        date = date.isEmpty() && dates.test(bare) ? bare : date;
      }
      value = label && !bare.isEmpty();
    }
    String left = String.join("\n", kept).strip();
    return new Left(TextBlock.words(left) < MIN_LEFT ? text : left, price, date);
  }

  private boolean isFact(String line, String title, Predicate<String> dates) {
    if (line.isEmpty() || line.length() > MAX_CHARS || TextBlock.words(line) > MAX_WORDS) {
      return line.isEmpty();
    }
    int colon = line.indexOf(':');
    return line.equals(title)
        || facts.contains(line)
        || (colon > 0 && colon < line.length() - 1 && isLabel(line.substring(0, colon)))
        || PriceShape.isAlone(line)
        || AgoShape.isAlone(line)
        || dates.test(line);
  }

  private static boolean isLabel(String line) {
    if (line.isEmpty() || line.length() > MAX_LABEL) {
      return false;
    }
    String word =
        line.endsWith(":") || line.endsWith("：") ? line.substring(0, line.length() - 1) : line;
    return LABELS.contains(word.strip().toLowerCase(Locale.ROOT));
  }

  private void look(Element within) {
    PartNames names = new PartNames();
    NodeTraversor.filter((node, depth) -> visit(node, names), within);
  }

  private NodeFilter.FilterResult visit(Node node, PartNames names) {
    if (++seen > MAX_SEEN) {
      return NodeFilter.FilterResult.STOP;
    }
    if (node instanceof Element element && isPart(element, names)) {
      facts.add(LabelledParts.shortText(element));
    }
    return NodeFilter.FilterResult.CONTINUE;
  }

  /** It is called what it says, or begins with a word for that. */
  private static boolean isPart(Element element, PartNames names) {
    PartNames.Role role = names.of(element);
    if (role != null && role != PartNames.Role.TEXT) {
      return true;
    }
    Element first = element.firstElementChild();
    return first != null
        && first.previousSibling() == null
        && first.firstElementChild() == null
        && first.nextSibling() != null
        && isLabel(first.ownText().strip());
  }
}
