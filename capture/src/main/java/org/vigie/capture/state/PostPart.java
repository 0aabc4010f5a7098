package org.vigie.capture.state;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a post, with the names that public sites give it in their data. Names are compared
 * without case and without signs between words.
 */
public enum PostPart {
  TITLE(
      "title subject headline adtitle listingtitle jobtitle jobopeningname positionname",
      "jobname vacancyname vacancytitle postingtitle offertitle topictitle displaytitle",
      "positiontitle postitle heading listingname intitule cw tytul titre titulo titel",
      "titolo nome name position"),
  TEXT(
      "fulltext text body description content message caption selftext desc bodytext",
      "plaintext articlebody adbody jobdescription jobtext jobsummary adtext posttext",
      "questiontext answertext descriptiontext textcontent offerdescription details",
      "detail shortdescription summary snippet teaser textsnippet descriptionplain",
      "excerpt contenthtml bodyhtml descriptionhtml jobsnippet texthtml",
      "positioncontent jobcontent postcontent adcontent duty duties responsibilities",
      "maskeddescription commenttext tekst texto testo texte beschreibung descripcion",
      "firstcomment cooked raw html"),
  AUTHOR(
      "author user owner account creator sender seller poster advertiser postedby from",
      "authorname username nickname screenname sendername sellername contactname member",
      "displayname authorusername authordisplayname blogname pseudo writer writerinfo",
      "sellerinformation pinner publisher autor auteur verfasser vendedor anunciante",
      "sellerinfo userinfo vendor shopname primaryauthor"),
  EMPLOYER(
      "company employer companyname hiringorganization organization organisation",
      "entreprise employername recruiter firma companydisplayname organizationname",
      "organisationname hiringcompany subcompany arbeitgeber employeur werkgever",
      "pracodawca empresa azienda arbeidsgiver arbejdsgiver arbetsgivare zamestnavatel",
      "poslodavac advertisername"),
  TIME(
      "publishedon publishon firstpublished createdat dategmt created createtime createdtime createddate createdutc",
      "creationdate creationtime datecreated publishedat published publishdate",
      "publicationdate publishtime datepublished dateposted posted postedat posteddate",
      "postdate firstpublicationdate listtime listdate displaytime displaydate pubdate",
      "timestampiso timestamp takenat indexedat addedat addtime insertedat datecreation",
      "originallistdate date datetime time sentat datesent activationdate publicationtime",
      "lastrefreshtime releaseddate releasedate writedate writedatetimestamp validfrom geplaatst updatedat",
      "modified updatedate updated addate originalarrivaltime ts"),
  URL(
      "alternateurl careersurl url permalink link href weburl shareurl canonicalurl",
      "webpageurl redirecturl adurl jobpostingurl friendlyurl joburl joblink detailurl",
      "htmlurl offerurl uri externalpath applyurl absoluteurl hostedurl positionuri",
      "externeurl adlink permalinkurl viewurl urlorigine origineoffre urls vipurl"),
  ID(
      "id",
      "idstr",
      "adid",
      "listid",
      "listingid",
      "postid",
      "jobid",
      "itemid",
      "offerid",
      "pk",
      "uuid",
      "guid",
      "code",
      "shortcode",
      "jobkey",
      "articleid",
      "externalid",
      "reference",
      "token",
      "sku"),
  PRICE(
      "price",
      "pricetitle",
      "priceformatted",
      "formattedprice",
      "pricelabel",
      "pricevalue",
      "pricetext",
      "listingprice",
      "displayprice",
      "pricestring",
      "salary",
      "salaryrange",
      "salarytext",
      "salarylabel",
      "compensation",
      "cost",
      "rent",
      "pay",
      "wage",
      "huur",
      "prijs",
      "preis",
      "prix",
      "precio",
      "prezzo",
      "cena",
      "lohn",
      "salaire",
      "salario",
      "priceobj",
      "priceinfo"),
  PLACE(
      "location place city cityname town townname locality area regionitemtext regionname region",
      "address workplaceaddress workplace locationtext locationname locationstext municipality",
      "lieutravail joblocation locations geo ville stadt neighborhood",
      "arbeitsort office province provincia governorate wilaya commune comune county",
      "canton suburb kota stad ort ciudad cidade miasto"),
  PHONE(
      "phone",
      "phones",
      "phonenumber",
      "phonenumbers",
      "telephone",
      "mobile",
      "mobilenumber",
      "tel",
      "contactphone",
      "whatsapp",
      "contactnumber",
      "userphone"),
  EMAIL("email", "contactemail", "mail", "emailaddress", "courriel", "correo", "mailaddress");

  private static final Map<String, PostPart> BY_NAME = byName();

  private final List<String> names;

  /** A string may hold several names, with a space between them. */
  PostPart(String... names) {
    this.names = List.of(String.join(" ", names).split(" "));
  }

  private static Map<String, PostPart> byName() {
    Map<String, PostPart> roles = new HashMap<>();
    for (PostPart role : values()) {
      role.names.forEach(name -> roles.put(name, role));
    }
    return Map.copyOf(roles);
  }

  /** Returns the role that a member's name tells, or null. */
  public static @Nullable PostPart of(String name) {
    return name.length() > 24 ? null : BY_NAME.get(folded(name));
  }

  /** Returns the role that a part of a name tells, as in {@code Texte_offre}; null if none does. */
  public static @Nullable PostPart loosely(String name) {
    PostPart exact = of(name);
    String folded = folded(name);
    if (exact != null || folded.length() > 40) {
      return exact;
    }
    return PartOfName.in(folded);
  }

  /** Returns the name by which answers in JSON call a member: the first that its role has. */
  public static String plainName(String name) {
    PostPart role = of(name) == null ? loosely(name) : null;
    return role == null ? name : role.names.getLast();
  }

  /** Returns how good a name is for its role: the lowest is the best. */
  public int rank(String name) {
    int rank = names.indexOf(folded(name));
    return rank < 0 ? names.size() + folded(name).length() : rank;
  }

  private static String folded(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    name.chars().filter(Character::isLetterOrDigit).forEach(c -> folded.append((char) c));
    return folded.toString().toLowerCase(Locale.ROOT);
  }
}
