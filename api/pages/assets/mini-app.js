// Hands over what Telegram puts behind the address when it opens a Mini App. Nothing else runs on the secure forms.
const signed = new URLSearchParams(location.hash.slice(1)).get('tgWebAppData');
const field = document.getElementById('init-data');
const form = document.getElementById('entrance');
if (signed && field && form) {
  history.replaceState(null, '', location.pathname);
  field.value = signed;
  form.submit();
}
