package org.vigie.capture.extract.content;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.LabelledParts.Part;

/**
 * Words that announce who offers something or where, in front of it or above its column, in the
 * languages of public boards.
 */
public final class PartLabels {
  private static final List<String> EMPLOYERS =
      List.of(
          "company|company name|name of company|employer|organisation|organization|firm|agency|recruiter",
          "hiring company|business|firma|unternehmen|arbeitgeber|entreprise|société|employeur|recruteur",
          "empresa|compañía|empleador|azienda|società|datore di lavoro|impresa|empregador|companhia",
          "bedrijf|bedrijfsnaam|werkgever|pracodawca|nazwa firmy|przedsiębiorstwo|zaměstnavatel",
          "společnost|spoločnosť|zamestnávateľ|cég|cégnév|munkáltató|companie|angajator|firmă|tvrtka",
          "poslodavac|preduzeće|kompanija|podjetje|delodajalec|компанија|работодавач|послодавац|фирма",
          "работодател|компания|работодатель|организация|предприятие|компанія|роботодавець|підприємство",
          "кампанія|εταιρεία|εταιρία|εργοδότης|şirket|işveren|الشركة|اسم الشركة|صاحب العمل|جهة العمل",
          "المؤسسة|חברה|מעסיק|שם החברה|شرکت|کارفرما|نام شرکت|کمپنی|ادارہ|آجر|कंपनी|नियोक्ता|संस्था",
          "कम्पनी|म्यानपावर|কোম্পানি|প্রতিষ্ঠান|নিয়োগকর্তা|நிறுவனம்|కంపెనీ|ಕಂಪನಿ|കമ്പനി|සමාගම",
          "บริษัท|นายจ้าง|ບໍລິສັດ|ក្រុមហ៊ុន|ကုမ္ပဏီ|công ty|tên công ty|nhà tuyển dụng|đơn vị",
          "perusahaan|majikan|syarikat|kumpanya|公司|企业|单位|雇主|公司名称|招聘单位|公司名稱|公司名|会社",
          "会社名|企業名|勤務先|회사|회사명|업체명|기업명|კომპანია|დამსაქმებელი|მომწოდებელი|ორგანიზაცია",
          "ընկերություն|գործատու|şirkət|işəgötürən|kompaniya|ish beruvchi|korxona|жұмыс беруші|мекеме|ұйым",
          "жумуш берүүчү|ширкат|корфармо|компани|ажил олгогч|байгууллага|įmonė|darbdavys|uzņēmums",
          "darba devējs|ettevõte|tööandja|yritys|työnantaja|företag|arbetsgivare|virksomhed|arbejdsgiver",
          "bedrift|arbeidsgiver|selskap|fyrirtæki|vinnuveitandi|kompania|punëdhënësi|kompani|kampuni|mwajiri",
          "shirkadda|ድርጅት|ቀጣሪ|ኩባንያ|kamfani|کۆمپانیا|orinasa");

  private static final List<String> AUTHORS =
      List.of(
          "author|posted by|added by|written by|advertiser|seller|contact person|contact name|owner|landlord",
          "poster|publisher|source|sender|from user|autor|verfasser|anbieter|verkäufer|ansprechpartner|inserent",
          "auteur|annonceur|vendeur|publié par|déposé par|déposée par|anunciante|vendedor|publicado por|anunciant",
          "autore|inserzionista|venditore|pubblicato da|adverteerder|verkoper|aangeboden door|ogłoszeniodawca",
          "sprzedający|dodał|dodał(a)|wystawił|inzerent|prodávající|zadavatel|zdroj|predajca|vložil",
          "kontaktná osoba|kontaktní osoba|osoba kontaktowa|hirdető|eladó|kapcsolattartó|feladó|vânzător",
          "publicat de|oglašivač|oglašava|prodavač|prodavac|objavio|oglasio|oglaševalec|огласувач|објавил",
          "продавач|оглашивач|автор|продавец|рекламодатель|разместил|контактное лицо|обявител|публикувал",
          "продавець|контактна особа|πωλητής|αγγελιοδότης|συντάκτης|satıcı|ilan sahibi|yazan|ekleyen|الناشر",
          "البائع|المعلن|الكاتب|صاحب الإعلان|מפרסם|מוכר|فروشنده|آگهی دهنده|نویسنده|विज्ञापनदाता|विक्रेता",
          "বিক্রেতা|বিজ্ঞাপনদাতা|ผู้ประกาศ|ผู้ลงประกาศ|ผู้ขาย|ຜູ້ປະກາດ|អ្នកផ្សាយ|ម្ចាស់|ကြော်ငြာသူ|người đăng",
          "người bán|tác giả|pengiklan|penjual|penulis|diposkan oleh|作者|发布者|发布人|联系人|卖家|發佈者",
          "聯絡人|賣家|投稿者|掲載者|担当者|작성자|글쓴이|판매자|등록자|ავტორი|გამყიდველი|հեղինակ|վաճառող|muəllif",
          "sotuvchi|muallif|сатушы|pardavėjas|skelbėjas|pārdevējs|autors|müüja|myyjä|ilmoittaja|kirjoittaja",
          "säljare|annonsör|avsändare|sælger|annoncør|forfatter|selger|annonsør|seljandi|shitësi|postuar nga");

  private static final List<String> PLACES =
      List.of(
          "location|locality|city|place|town|area|region|job location|place of work|ort|standort|arbeitsort|lieu",
          "ville|localisation|lieu de travail|ubicación|ciudad|localidad|lugar de trabajo|città|luogo",
          "comune|paese|località|cidade|localização|local|plaats|locatie|lokalizacja|miasto|miejsce pracy",
          "lokalita|místo|lokacija|mesto|grad|lokacja|oraș|localitate|locație|vieta|darba vieta|miestas",
          "vietovė|asukoht|paikkakunta|sijainti|sted|ort och plats|plats|település|helyszín|περιοχή",
          "τοποθεσία|град|населено място|місто|адреса|адреса роботи|город|место|адрес|населённый пункт",
          "место работы|шаҳр|қала|шаар|shahar|şehir|il|konum|المدينة|الموقع|שטח|מיקום|עיר|شهر|محل|lokasi",
          "bandar|địa điểm|khu vực|nơi làm việc|地点|勤務地|지역");

  private static final int MAX_LABEL = 30;

  /** Beside a value they mean where a text is from, a trade or a unit. */
  private static final Set<String> ABOVE_COLUMNS = Set.of("source", "business", "单位");

  private static final Map<String, Part> LABELS = labels();

  private PartLabels() {}

  private static Map<String, Part> labels() {
    Map<String, Part> labels = new HashMap<>();
    for (String word : String.join("|", AUTHORS).split("\\|")) {
      labels.put(word, Part.AUTHOR);
    }
    for (String word : String.join("|", EMPLOYERS).split("\\|")) {
      labels.put(word, Part.EMPLOYER);
    }
    for (String word : String.join("|", PLACES).split("\\|")) {
      labels.put(word, Part.PLACE);
    }
    return Map.copyOf(labels);
  }

  /** Returns what the label of a pair announces: some words do so only above a column. */
  static @Nullable Part ofPair(String label) {
    return ABOVE_COLUMNS.contains(bare(label.strip())) ? null : of(label);
  }

  /** Returns what a label announces, or null if it is none of these. */
  public static @Nullable Part of(String label) {
    String word = label.strip();
    if (word.isEmpty() || word.length() > MAX_LABEL) {
      return null;
    }
    return LABELS.get(bare(word));
  }

  /** Returns whether a text ends with the colon of some script. */
  static boolean endsWithColon(String text) {
    return !text.isEmpty() && ":：՝".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** Returns a label in lower case and without its colon. */
  static String bare(String word) {
    String bare = endsWithColon(word) ? word.substring(0, word.length() - 1).strip() : word;
    return bare.toLowerCase(Locale.ROOT);
  }
}
