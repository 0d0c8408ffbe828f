import { type Rule, rule } from './rule.ts';

const marked = { marked: true } as const;

/**
 * What sites and systems say in other languages than English, and programs pass on: German, French, Spanish,
 * Portuguese, Italian, Dutch, the Scandinavian ones, Polish, Russian, Turkish, Chinese, Japanese and Korean. Looked at
 * only in lines that complain, since titles are of any language.
 */
export const LANGUAGE_RULES: readonly Rule[] = [
  rule(
    'geo_blocked',
    /in (?:deinem|ihrem|diesem|eurem) (?:land|standort)|in (?:deiner|ihrer|dieser) region|au(?:ß|ss)erhalb (?:von |der |des )?|nur (?:innerhalb|in) (?:von )?(?:deutschland|österreich|der schweiz)|dans votre (?:pays|région|zone)|depuis votre (?:pays|région|zone|territoire)|zone géographique|en (?:tu|su|este) (?:país|pais|región|region|ubicación)|n[oa] (?:seu|sua|teu|tua) (?:país|pais|região|localização)|nel (?:tuo|vostro|suo) paese|nella (?:tua|vostra|sua) (?:area|zona|regione)|in (?:jouw|uw|je) (?:land|regio)|(?:te zien|te bekijken|beschikbaar) buiten |(?:bara|kun|endast|kan) (?:ses|sees|tilgængelig|tillgänglig|tilgjengelig) i |i (?:ditt|dit|dette) land|utenfor |utanför |uden for /,
    marked,
  ),
  rule(
    'geo_blocked',
    /в (?:вашей|вашем|этой|этом|данной|данном|твоей) (?:стране|регионе)|территории (?:вашей|данной|этой|рф|росси)|для вашего региона|w (?:twoim|tym|państwa|pana) (?:kraju|regionie)|(?:na|z) terenie |ülkenizde|bölgenizde|(?:地区|區域|区域|国家|國家|地域|国内).{0,30}(?:不可|无法|無法|不能|限制|受限|視聴|再生|利用)|版权.{0,12}地区|お住まいの(?:国|地域)|(?:국가|지역)에서/,
    marked,
  ),
  rule(
    'bot_check',
    /\b(?:kein|nicht ein|pas un|no eres un|não é um|non sei un|geen|inte en|ikke en) (?:ro)?bot\b|не (?:ваш )?(?:ро)?бот|не являетесь роботом|nie jesteś (?:ro)?bot|bot olmadığını|(?:不是|并非|非)(?:聊天)?机器人|不是.{0,4}機器人|bot ではない|ロボットではない|봇이 아/,
    marked,
  ),
  rule(
    'age_restricted',
    /(?:dein|ihr) alter|altersbeschränk|votre âge|limite d'âge|(?:tu|su) edad|sua idade|tua età|je leeftijd|ваш возраст|возрастн|wiek, aby|年齢|年龄|年齡|나이/,
    marked,
  ),
  rule(
    'members_only',
    /nur für (?:\S{1,20} )?(?:mitglieder|abonnenten)|(?:réservée?s?|exclusi\w{1,4}) (?:aux|pour les?) (?:abonné|membre)|abonnés uniquement|(?:para|a) (?:suscriptores|miembros|assinantes|membros)|per (?:gli )?abbonati|(?:alleen|enkel) voor (?:leden|abonnees)|(?:по|требуется|нужна|оформи\S{1,4}) (?:подписк|премиум)|для (?:подписчик|спонсор|платн)|tylko dla (?:abonent|subskryb|użytkownik)|会员|會員|大会员|付费|付費|购买|購買|メンバー限定|有料|プレミアム|구독|회원/,
    marked,
  ),
  rule(
    'login_required',
    /(?:melde dich|melden sie sich|bitte) .{0,20}(?:an\b|anmelden|einloggen)|(?:anmeldung|login|registrierung) erforderlich|(?:connectez-vous|vous devez être connecté|veuillez vous (?:connecter|identifier))|(?:inicia|iniciar|inicie) (?:la )?sesión|faça login|fazer login|effettua(?:re)? (?:il login|l'accesso)|(?:log in|inloggen|aanmelden) om|logga in|logg inn|log ind|авториз(?:оваться|уйтесь|ац)|войдите|войти в|требуется вход|zaloguj|giriş yap|登录|登錄|登入|ログイン|로그인/,
    marked,
  ),
  rule(
    'private',
    /(?:video|vidéo|vídeo|videon?|wideo|profil|konto) (?:ist|est|es|é|è|is|är|er|jest) (?:privat|privée?|privado|privato|privé|prywatn)|(?:приватн|закрыт(?:ый|ое|ая) (?:профил|видео|аккаунт)|видео скрыто|ограничил доступ)|私(?:密|人)|非公開|非公开|비공개/,
    marked,
  ),
  rule(
    'removed',
    /nicht mehr verfügbar|(?:wurde|ist) (?:gelöscht|entfernt|gesperrt)|n'est plus disponible|a été (?:supprimé|retiré|bloqué)|ya no está disponible|(?:ha sido|fue) (?:eliminado|borrado|retirado)|não está mais disponível|foi (?:removido|excluído)|è stato (?:rimosso|eliminato)|non è più disponibile|niet (?:meer|langer) beschikbaar|(?:удален|удалён|удалена|заблокирован)|больше (?:не )?доступ|został\w? usunięt|(?:已被?|被)(?:删除|刪除|移除|下架)|已删除|(?:稿件|视频)(?:不可见|不见了)|削除|삭제/,
    marked,
  ),
  rule(
    'not_found',
    /(?:wurde|konnte|kann) nicht gefunden|nicht gefunden\b(?!.{0,60}(?:modul|befehl))|(?:vidéo|page|contenu) (?:introuvable|non trouvée?)|no (?:se )?(?:encontrad[oa]|encontró|existe (?:el|este|la) (?:v[ií]deo|usuario|página))|não encontrad[oa]|non trovat[oa]|niet gevonden|не (?:найден|существует)|nie (?:znaleziono|istnieje)|(?:不存在|未找到|找不到)|見つかりません|찾을 수 없/,
    marked,
  ),
  rule(
    'video_unavailable',
    /nicht (?:verfügbar|abspielbar)|(?:non|pas|plus|n'est) (?:est )?disponib|indispon[ií]|no (?:está )?disponible|não (?:está )?disponível|non (?:è )?disponib|niet beschikbaar|(?:inte|ikke) (?:tillgänglig|tilgjengelig|tilgængelig)|недоступ|niedostępn|nie jest dostępn|kullanılamıyor|(?:无法|無法|不能|暂不|暫不)(?:播放|观看|觀看|访问|訪問)|(?:再生|視聴|利用)できません|재생할 수 없/,
    marked,
  ),
];

/** Of the systems: what `strerror` and Windows say in them. */
export const LANGUAGE_SYSTEM_RULES: readonly Rule[] = [
  rule(
    'program_missing',
    /falsch geschrieben oder konnte nicht gefunden|(?:befehl|kommando) nicht gefunden|wurde nicht als name eines cmdlet|n'est pas reconnu (?:en tant que|comme)|commande introuvable|no se reconoce como|orden no encontrada|não é reconhecido como|non è riconosciuto come|не является внутренней|команда не найдена|nie jest rozpoznawan|不是内部或外部命令|は、?内部コマンド/,
  ),
  rule(
    'disk_full',
    /kein(?: \S{1,20})? (?:speicherplatz|platz)|espace (?:disque )?(?:insuffisant|disponible)|aucun espace disponible|no queda espacio|espacio insuficiente|não há espaço|spazio (?:insufficiente|esaurito)|не(?:достаточно| осталось свободного) места|нет места|磁盘空间不足|空间不足|空き領域/,
    marked,
  ),
  rule(
    'file_not_found',
    /datei (?:oder verzeichnis )?nicht (?:gefunden|finden)|angegebene (?:datei|pfad) nicht|aucun fichier ou dossier|fichier (?:spécifié )?(?:est )?introuvable|no existe el (?:archivo|fichero)|no (?:se )?puede encontrar el (?:archivo|fichero)|arquivo (?:ou diretório )?(?:não|inexistente)|(?:file|directory) non (?:esistente|trovat)|impossibile trovare il (?:file|percorso)|нет такого файла|не удается найти (?:указанный файл|путь)|nie ma takiego pliku|nie można odnaleźć|(?:系统)?找不到指定的(?:文件|路径)|没有那个文件|指定された(?:ファイル|パス)が見つかり/,
  ),
  rule(
    'permission_denied',
    /zugriff verweigert|keine berechtigung|accès refusé|permission non accordée|(?:acceso|permiso) denegado|(?:acesso|permissão) negad[oa]|(?:accesso|permesso) negato|отказано в доступе|odmowa dostępu|brak dostępu|toegang geweigerd|拒绝访问|权限不够|アクセスが拒否|액세스가 거부/,
  ),
  rule(
    'connection_refused',
    /verbindungsaufbau abgelehnt|verbindung (?:wurde )?(?:verweigert|abgelehnt)|zielcomputer die verbindung verweigerte|connexion refusée|l'a expressément refusée|conexión (?:rehusada|rechazada)|denegó expresamente|conexão recusada|connessione rifiutata|rifiuto persistente|в соединении отказано|отверг запрос|połączenie odrzucone|积极拒绝|拒绝连接|拒否された/,
  ),
  rule(
    'connection_reset',
    /verbindung wurde .{0,40}(?:geschlossen|zurückgesetzt|unterbrochen)|connexion (?:existante )?.{0,30}(?:fermée|réinitialisée|interrompue)|conexión .{0,30}(?:reinicializada|interrumpida|cerrada)|interrupción de una conexión|conexão .{0,30}(?:encerrada|cancelad|redefinid)|connessione .{0,30}(?:interrott|chius|reimpostat)|соединение .{0,30}(?:сброшено|разорвано|прервано)|разорвал существующее|(?:强迫|强制)关闭了?一个现有的连接|连接(?:已)?(?:被)?(?:重置|中断)|強制的に切断/,
  ),
  rule(
    'timeout',
    /zeitüberschreitung|délai .{0,20}(?:dépassé|expiré)|tiempo de espera|tempo (?:limite |de espera )?(?:esgotado|scaduto)|превышен\S{0,2} (?:время|таймаут|интервал)|время ожидания|przekroczono (?:limit )?czas|(?:连接|请求|操作|读取)?超时|タイムアウト|没有正确答复|시간 초과/,
    marked,
  ),
  rule(
    'dns_failure',
    /name oder (?:der )?dienst|temporärer fehler bei der namensauflösung|nom ou service inconnu|nombre o servicio desconocido|nome ou serviço desconhecido|nome o servizio sconosciuto|имя или служба не известны|временный сбой в разрешении имен|不知道这样的主机|域名解析/,
  ),
  rule(
    'invalid_media',
    /ungültige daten|données invalides|datos (?:no )?inválidos|недопустимые данные/,
    marked,
  ),
];
